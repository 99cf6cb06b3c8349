package com.gopher.lab.faults;

import java.util.Locale;

/**
 * What one process held at the beginning and at the end of a soak; medians of the first and of the
 * last third of the looks.
 *
 * @param looks how often it was looked at
 * @param firstMegabytes resident memory
 * @param firstFiles open files and connections
 */
public record Footprint(
    String process,
    int looks,
    long firstMegabytes,
    long lastMegabytes,
    long firstFiles,
    long lastFiles) {

  /** A heap that has not been filled yet grows by itself; a leak does not stop at that. */
  private static final double GROWTH = 1.3;

  private static final long SOME_MEGABYTES = 40;
  private static final long SOME_FILES = 40;

  boolean isFlat() {
    return lastMegabytes <= GROWTH * firstMegabytes + SOME_MEGABYTES
        && lastFiles <= GROWTH * firstFiles + SOME_FILES;
  }

  /** As a line of a table. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "  %-10s %6d MB -> %6d MB, %5d open files -> %5d: %s",
        process,
        firstMegabytes,
        lastMegabytes,
        firstFiles,
        lastFiles,
        isFlat() ? "flat" : "grows");
  }
}
