package com.gopher.launcher.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  /** With a message in which values are put. */
  public CouldNotRun(String format, @Nullable Object... values) {
    super(String.format(Locale.ROOT, format, values));
  }

  public CouldNotRun(String message, Throwable cause) {
    super(message, cause);
  }
}
