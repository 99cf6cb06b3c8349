package com.gopher.course.check;

/** Who ships what is ordered from now on. */
enum Mode {
  IN_PROCESS("in-process", "shop"),
  EXTRACTED("extracted", "tracker");

  private final String value;
  private final String decider;

  Mode(String value, String decider) {
    this.value = value;
    this.decider = decider;
  }

  /** The value of {@code shop.delivery}. */
  String value() {
    return value;
  }

  /** The mark that an order bears which is placed in this mode. */
  String decider() {
    return decider;
  }
}
