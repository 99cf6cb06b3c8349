package com.gopher.lab.bench;

import com.gopher.lab.bench.BenchmarkReport.Figure;

/**
 * What bare programs reached on the machine this was built on when it was quiet (November 2026, two
 * cores, JDK 17; medians of several runs). A floor that is worse by more than half says that others
 * are at work: then no ratio to it means anything.
 */
final class KnownFloors {

  /** Polling 500 records and batch-inserting them with dedupe in one transaction, H2 in a file. */
  static final double POLLED_AND_INSERTED_PER_SECOND = 19_700;

  /** Produced to consumed, one partition, acks=all, linger 0, 100 records/s of 600 bytes. */
  static final double PRODUCED_TO_CONSUMED_P50_MILLIS = 1.4;

  /** Single-row inserts, each with its commit, one thread, H2 in a file. */
  static final double SINGLE_COMMITS_PER_SECOND = 6_800;

  private static final double WORST = 0.5;

  private KnownFloors() {}

  /** A rate that must not be less than half of the known one. */
  static Figure rate(String name, double measured, double known, String unit) {
    return Figure.atLeast(known * WORST, beside(name, known), measured, unit);
  }

  /** A time that must not be more than twice the known one. */
  static Figure time(String name, double measured, double known, String unit) {
    return Figure.below(known / WORST, beside(name, known), measured, unit);
  }

  private static String beside(String name, double known) {
    return "%s (quiet machine: %s)".formatted(name, BenchmarkPage.number(known));
  }
}
