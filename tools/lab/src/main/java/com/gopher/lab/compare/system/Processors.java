package com.gopher.lab.compare.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Keeps processes to some of the machine's processors, with the system's own {@code taskset}: on
 * shared ones the driver's work would be measured as the system's.
 */
public final class Processors {

  private static final int ATTEMPTS = 10;

  private final List<Integer> all;

  private Processors(List<Integer> all) {
    this.all = all;
  }

  /** Those that this program may use now; none if nobody can be pinned here. */
  public static Processors ofThisMachine() {
    try {
      return new Processors(parse(taskset("-cp", ownPid())));
    } catch (IOException notInstalled) {
      return new Processors(List.of());
    }
  }

  /**
   * Divides them: a quarter, but at least one, for the driver, the others for the system. A single
   * one cannot be divided.
   */
  public Budget budget(int heapMegabytes) {
    if (all.size() < 2) {
      return new Budget(List.of(), List.of(), heapMegabytes);
    }
    int driver = Math.max(1, all.size() / 4);
    int border = all.size() - driver;
    return new Budget(
        List.copyOf(all.subList(0, border)),
        List.copyOf(all.subList(border, all.size())),
        heapMegabytes);
  }

  /** All threads of this program; what it starts later begins there too. */
  public void pinThisProgram(List<Integer> cpus) throws IOException {
    pin(ProcessHandle.current().pid(), cpus);
  }

  /** All threads of a process, and those that they will start. */
  void pin(long pid, List<Integer> cpus) throws IOException {
    if (cpus.isEmpty()) {
      return;
    }
    // A thread that ends between being listed and being pinned makes the whole call fail.
    for (int left = ATTEMPTS; left > 0; left--) {
      try {
        taskset("-acp", list(cpus), "" + pid);
        return;
      } catch (IOException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  /** The command, on all processors, however few this program itself is kept to. */
  List<String> onAll(List<String> command) {
    return on(all, command);
  }

  /** The command, on these processors from its first instruction on. */
  static List<String> on(List<Integer> cpus, List<String> command) {
    if (cpus.isEmpty()) {
      return command;
    }
    var pinned = new ArrayList<>(List.of("taskset", "-c", list(cpus)));
    pinned.addAll(command);
    return pinned;
  }

  /** Understands {@code pid 7's current affinity list: 0-2,5}. */
  static List<Integer> parse(String answer) {
    String ranges = answer.substring(answer.lastIndexOf(':') + 1).strip();
    return Arrays.stream(ranges.split(","))
        .flatMap(
            range -> {
              String[] ends = range.split("-");
              return IntStream.rangeClosed(
                      Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                  .boxed();
            })
        .toList();
  }

  private static String list(List<Integer> cpus) {
    return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String ownPid() {
    return "" + ProcessHandle.current().pid();
  }

  private static String taskset(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("taskset"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}
