package com.gopher.lab.compare.experiment.goldenrule;

/** What can stop one module from reading another's data: two at build time, three at run time. */
enum GoldenRuleNet {
  COMPILER("the compiler"),
  RULES("the rules of the build"),
  LOGIN("the login of its module"),
  OTHER_DATABASE("a database without that table"),
  LOCKED_FILE("a file that another process holds");

  private static final int H2_NOT_ENOUGH_RIGHTS = 90096;
  private static final int H2_ALREADY_IN_USE = 90020;
  private static final int H2_NO_SUCH_SCHEMA = 90079;
  private static final int H2_NO_SUCH_TABLE = 42102;

  private final String words;

  GoldenRuleNet(String words) {
    this.words = words;
  }

  /**
   * The one whose refusal has this error code of H2.
   *
   * @throws IllegalArgumentException if none has: whatever failed, it was not stopped
   */
  static GoldenRuleNet ofRefusal(int code) {
    return switch (code) {
      case H2_NOT_ENOUGH_RIGHTS -> LOGIN;
      case H2_ALREADY_IN_USE -> LOCKED_FILE;
      case H2_NO_SUCH_SCHEMA, H2_NO_SUCH_TABLE -> OTHER_DATABASE;
      default -> throw new IllegalArgumentException("No net refuses with the code " + code);
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
