package com.gopher.lab.faults;

import java.util.Locale;

/**
 * Something that must never be.
 *
 * @param subject the order it is about, or what else it is about
 */
record Violation(Kind kind, String subject, String what) {

  enum Kind {
    /** Something that was promised did not happen. */
    LOST,
    /** Something happened twice, or to nobody's order. */
    DUPLICATED,
    /** Something happened after what it should have come before. */
    DISORDERED
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ": " + subject + " " + what;
  }
}
