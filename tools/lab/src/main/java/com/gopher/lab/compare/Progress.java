package com.gopher.lab.compare;

import com.gopher.launcher.console.Console;
import java.time.Duration;
import java.util.Locale;

/** Tells how far the comparison is, and how long it will still take. */
public final class Progress {

  private final Console console;
  private final long begin = System.nanoTime();
  private volatile Duration planned;
  private volatile String what = "";

  /**
   * @param planned what all experiments will take together
   */
  public Progress(Console console, Duration planned) {
    this.console = console;
    this.planned = planned;
  }

  /**
   * @param rest what this and all that follow will take
   */
  void enter(String name, Duration rest) {
    what = name;
    planned = elapsed().plus(rest);
  }

  void tell(String line) {
    Duration elapsed = elapsed();
    Duration left = planned.minus(elapsed);
    console.narrate(
        "[%s, %s left] %s%s",
        clock(elapsed),
        left.isNegative() ? "a moment" : "about " + clock(left),
        what.isEmpty() ? "" : what + ": ",
        line);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Minutes and seconds. */
  public static String clock(Duration duration) {
    return String.format(Locale.ROOT, "%s:%02d", duration.toMinutes(), duration.toSecondsPart());
  }
}
