package com.gopher.lab.compare.system;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gives the command of a Java program the flags of a measurement, the same for all shapes. */
final class JvmFlags {

  private static final List<String> REPLACED =
      List.of(
          "-Xmx",
          "-Xms",
          "-Xmn",
          "-XX:MinHeapFreeRatio=",
          "-XX:MaxHeapFreeRatio=",
          "-XX:ActiveProcessorCount=");

  private JvmFlags() {}

  /** In words for the report. */
  static String inWords(Budget budget) {
    return "-XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -Xms = -Xmx = the process's share of "
        + budget.heapMegabytes()
        + " MB"
        + (budget.systemCpus().isEmpty()
            ? ""
            : ", -XX:ActiveProcessorCount=" + budget.systemCpus().size());
  }

  /**
   * @param command whose first word is the program {@code java}
   * @param share of the budget's heap
   */
  static List<String> measured(List<String> command, double share, Budget budget) {
    long megabytes = Math.round(share * budget.heapMegabytes());
    var flags = new ArrayList<>(List.of("-Xms" + megabytes + "m", "-Xmx" + megabytes + "m"));
    if (!budget.systemCpus().isEmpty()) {
      flags.add("-XX:ActiveProcessorCount=" + budget.systemCpus().size());
    }
    return Stream.of(
            command.stream().limit(1),
            flags.stream(),
            command.stream().skip(1).filter(word -> REPLACED.stream().noneMatch(word::startsWith)))
        .flatMap(words -> words)
        .toList();
  }
}
