package com.gopher.launcher.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that lies in a data directory.
 *
 * @param ofOthers files and directories that belong to other users
 * @param newest when one of them was changed last
 */
public record StoredFiles(List<Path> ofOthers, Instant newest) {

  /** Of an empty or missing directory. */
  private static final Instant NEVER = Instant.EPOCH;

  /** Looks at everything that this user may see. */
  public static StoredFiles in(DataDirectory data) {
    var ofOthers = new ArrayList<Path>();
    Instant[] newest = {NEVER};
    try {
      for (Path known : Files.isDirectory(data.root()) ? data.known() : List.<Path>of()) {
        Files.walkFileTree(
            known,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return visitFile(path, attributes);
              }

              @Override
              public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                if (isOfAnother(path)) {
                  ofOthers.add(path);
                }
                Instant changed = attributes.lastModifiedTime().toInstant();
                newest[0] = changed.isAfter(newest[0]) ? changed : newest[0];
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path path, IOException e) {
                if (isOfAnother(path)) {
                  ofOthers.add(path);
                }
                return FileVisitResult.CONTINUE;
              }
            });
      }
    } catch (IOException vanishes) {
      // What is there no more cannot be in the way.
    }
    return new StoredFiles(List.copyOf(ofOthers), newest[0]);
  }

  /** How far the clock of this machine is behind the data; zero or less if it is not. */
  public Duration ahead(Instant now) {
    return Duration.between(now, newest);
  }

  private static boolean isOfAnother(Path path) {
    try {
      return !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName().equals(user());
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** As the system names the owner of a file; a user without a name is unknown to the JVM. */
  private static String user() throws IOException {
    Path ourselves = Path.of("/proc/self/stat");
    return Files.exists(ourselves)
        ? Files.getOwner(ourselves).getName()
        : System.getProperty("user.name");
  }
}
