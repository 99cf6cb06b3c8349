package com.gopher.launcher.console;

/**
 * Something the user has to mend before the command can run; ends it with exit code 2.
 *
 * <p>The message says what is wrong, what was left unchanged, and what to type next. It is printed
 * as it is, without a stack trace.
 */
public final class CouldNotRun extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CouldNotRun(String message) {
    super(message);
  }

  public CouldNotRun(String message, Throwable cause) {
    super(message, cause);
  }
}
