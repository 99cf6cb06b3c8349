package com.gopher.lab.compare.system;

import com.gopher.lab.system.CpuTime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Watches whether others were at work on the machine. A load average would remember the build that
 * came before; the kernel's own counters do not.
 */
public final class BackgroundLoad {

  private static final Path COUNTERS = Path.of("/proc/stat");
  private static final double TICKS_PER_SECOND = 100;
  private static final int IDLE = 3;
  private static final int WAITING_FOR_DISK = 4;
  private static final int STEAL = 7;

  private static final double MUCH = 0.10;
  private static final double MUCH_STOLEN = 0.02;

  private final Reading begin;

  private BackgroundLoad(Reading begin) {
    this.begin = begin;
  }

  public static BackgroundLoad watch() {
    return new BackgroundLoad(Reading.now());
  }

  /**
   * @param busySeconds of all processors, by whomever
   * @param ownSeconds of this program and of all that it started and that has ended
   */
  record Reading(double allSeconds, double busySeconds, double stolenSeconds, double ownSeconds) {

    static Reading now() {
      double own = ownCpuSeconds() + CpuTime.ofEndedChildren();
      try {
        String[] fields =
            Files.readAllLines(COUNTERS).get(0).replaceFirst("cpu\\s+", "").split(" ");
        double[] seconds =
            Arrays.stream(fields)
                .limit(STEAL + 1L)
                .mapToDouble(field -> Long.parseLong(field) / TICKS_PER_SECOND)
                .toArray();
        double all = Arrays.stream(seconds).sum();
        return new Reading(
            all, all - seconds[IDLE] - seconds[WAITING_FOR_DISK], seconds[STEAL], own);
      } catch (IOException noKernelsWord) {
        return new Reading(0, 0, 0, own);
      }
    }

    private static double ownCpuSeconds() {
      return ((com.sun.management.OperatingSystemMXBean)
                  ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime()
          / 1e9;
    }
  }

  /**
   * What was seen since the watch began, in sentences; to be asked when everything that this
   * program started has ended.
   */
  public List<String> seen() {
    return seen(begin, Reading.now());
  }

  static List<String> seen(Reading begin, Reading end) {
    double all = end.allSeconds() - begin.allSeconds();
    if (all <= 0) {
      return List.of();
    }
    var sentences = new ArrayList<String>();
    double stolen = (end.stolenSeconds() - begin.stolenSeconds()) / all;
    double others =
        (end.busySeconds() - begin.busySeconds() - end.ownSeconds() + begin.ownSeconds()) / all
            - stolen;
    if (others > MUCH) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Other programs used %.0f %% of the machine's processors.",
              others * 100));
    }
    if (stolen > MUCH_STOLEN) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "The machine is a virtual one, and its host gave %.0f %% of its time to others.",
              stolen * 100));
    }
    return sentences;
  }
}
