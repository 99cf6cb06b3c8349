package com.gopher.launcher.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees, before anything is started, that somebody else holds a database file open. */
final class DatabaseLock {

  private DatabaseLock() {}

  /** Names who holds this database file open; empty if nobody does. */
  static Optional<String> holder(Path file) {
    return isLocked(file)
        ? Optional.of(pidOf(file).map(Ports::describe).orElse("another process"))
        : Optional.empty();
  }

  private static boolean isLocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Linux lists its file locks with the inode; elsewhere the holder stays unnamed. */
  private static Optional<Long> pidOf(Path file) {
    try {
      String inode = ":" + Files.getAttribute(file, "unix:ino");
      try (Stream<String> locks = Files.lines(Path.of("/proc/locks"))) {
        return locks
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> Arrays.stream(fields).anyMatch(field -> field.endsWith(inode)))
            .map(fields -> Long.valueOf(fields[4]))
            .findFirst();
      }
    } catch (IOException | UnsupportedOperationException | NumberFormatException notLinux) {
      return Optional.empty();
    }
  }
}
