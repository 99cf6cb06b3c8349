package com.gopher.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether a process is still the one that was started.
 *
 * <p>A pid alone does not: pids are used again, and a zombie keeps its pid although it is dead. The
 * identity is the start time as the kernel counts it; the wall clock would change it whenever the
 * clock is set.
 */
final class ProcessIdentity {

  private static final Path PROC = Path.of("/proc");
  private static final int STATE = 0;
  private static final int START_TIME = 19;

  private ProcessIdentity() {}

  /**
   * Returns what tells this process from a later one with the same pid; empty if there is no such
   * living process.
   */
  static Optional<String> of(long pid) {
    if (Files.exists(PROC.resolve("self/stat"))) {
      return statOf(pid).filter(ProcessIdentity::lives).map(fields -> boot() + fields[START_TIME]);
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().startInstant())
        .map(start -> "" + start.toEpochMilli());
  }

  static boolean isAlive(long pid, String identity) {
    return of(pid).filter(identity::equals).isPresent();
  }

  /**
   * True while a process that was killed still holds its ports and files: its first thread is a
   * zombie at once, but the kernel closes what the process had open only when the last thread is
   * gone.
   */
  static boolean isDying(long pid) {
    if (statOf(pid).filter(fields -> !lives(fields)).isEmpty()) {
      return false;
    }
    try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
      return threads.count() > 1;
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean lives(String[] fields) {
    return !fields[STATE].equals("Z") && !fields[STATE].equals("X");
  }

  /** The fields after the name, which may itself contain spaces and parentheses. */
  private static Optional<String[]> statOf(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"));
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String boot() {
    try {
      return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip() + "/";
    } catch (IOException hidden) {
      return "";
    }
  }
}
