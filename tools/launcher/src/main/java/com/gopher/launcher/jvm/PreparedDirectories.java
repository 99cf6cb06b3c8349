package com.gopher.launcher.jvm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Directories beside something that was built, each filled once for one content of it, also when
 * several programs want it at the same time. The newest are kept, not only the last: a process that
 * runs may still load classes from the one before.
 *
 * @param parent where they lie
 */
public record PreparedDirectories(Path parent) {

  private static final int KEPT = 3;
  private static final String DONE = "prepared";

  /** Makes what a directory is for. */
  @FunctionalInterface
  public interface Filling {

    /**
     * @param directory that does not exist yet
     * @throws IOException if it could not be filled; it is tried again next time
     */
    void fill(Path directory) throws IOException;
  }

  /** The one of this name, if it is filled. */
  public Optional<Path> find(String name) {
    Path directory = parent.resolve(name);
    return Files.exists(directory.resolve(DONE)) ? Optional.of(directory) : Optional.empty();
  }

  /** The one of this name, filled now if it is not yet. */
  public Path prepare(String name, Filling filling) throws IOException {
    Optional<Path> prepared = find(name);
    if (prepared.isPresent()) {
      return prepared.get();
    }
    Path directory = parent.resolve(name);
    Files.createDirectories(parent);
    try (FileChannel channel =
            FileChannel.open(
                parent.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = waitFor(channel)) {
      if (find(name).isEmpty()) {
        delete(directory);
        filling.fill(directory);
        Files.createFile(directory.resolve(DONE));
        forgetOldest();
      }
    }
    return directory;
  }

  private static FileLock waitFor(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException anotherThread) {
        Thread.onSpinWait();
      }
    }
  }

  private void forgetOldest() throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> entries = Files.list(parent)) {
      newestFirst =
          entries
              .filter(Files::isDirectory)
              .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed())
              .toList();
    }
    for (Path outdated :
        newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
      delete(outdated);
    }
  }

  /** With all that is in it; does nothing if it is not there. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
