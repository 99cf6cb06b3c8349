package com.gopher.course.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a check failed: one thing at a time.
 *
 * @param place file and line in the learner's tree, if there is one
 * @param raw what Modulith, the database, the compiler or the learner's own log said
 */
public record Failure(
    String expected, String found, @Nullable String place, String next, String raw) {

  /** For people, without the raw message. */
  public List<String> lines() {
    var lines = new ArrayList<>(List.of("  Expected: " + expected, "  Found:    " + found));
    if (place != null) {
      lines.add("  Where:    " + place);
    }
    lines.add("  Try:      " + next);
    return lines;
  }

  /** The same, and below it what the learner's program printed. */
  Failure withLog(String log) {
    return new Failure(expected, found, place, next, (raw + "\n" + log).strip());
  }
}
