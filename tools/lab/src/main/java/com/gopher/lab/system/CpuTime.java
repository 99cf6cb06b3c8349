package com.gopher.lab.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Processor time of processes that this program started, the dead included: the kernel adds the
 * time of a child that ended to its parent's.
 */
public final class CpuTime {

  private static final Path OWN = Path.of("/proc/self/stat");

  /** Fields of the kernel's line after the name: time of children that ended, user and system. */
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_SYSTEM = 14;

  /** The kernel's unit is the same hundredth of a second on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private CpuTime() {}

  /** In seconds; 0 for one that is gone. */
  public static double ofLiving(long pid) {
    return ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toNanos()
        / 1e9;
  }

  public static double ofLiving(List<Long> pids) {
    return pids.stream().mapToDouble(CpuTime::ofLiving).sum();
  }

  /** Of all children of this program that have ended so far; 0 where the kernel does not tell. */
  public static double ofEndedChildren() {
    try {
      String stat = Files.readString(OWN);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]))
          / TICKS_PER_SECOND;
    } catch (IOException noKernelsWord) {
      return 0;
    }
  }
}
