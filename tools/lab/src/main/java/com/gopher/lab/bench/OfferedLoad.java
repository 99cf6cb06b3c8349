package com.gopher.lab.bench;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How orders are placed.
 *
 * @param perSecond by the clock (open loop); 0 for as fast as the shop answers eight clients
 */
public record OfferedLoad(int perSecond) {

  private static final String FULL_SPEED = "full";
  private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,3}");
  private static final int CLIENTS = 8;

  /**
   * As a user types it.
   *
   * @throws CouldNotRun if it is neither a whole number of orders a second nor {@code full}
   */
  public static OfferedLoad of(String typed) {
    if (typed.equals(FULL_SPEED)) {
      return new OfferedLoad(0);
    }
    if (!RATE.matcher(typed).matches()) {
      throw new CouldNotRun(
          "'%s' is no rate: a whole number of orders a second from 1 to 9999, or full. Nothing was measured. For example: --rates 20,60,full"
              .formatted(typed));
    }
    return new OfferedLoad(Integer.parseInt(typed));
  }

  boolean isFullSpeed() {
    return perSecond == 0;
  }

  /** Returns how many were accepted, when the last was answered. */
  long place(OrderLoad orders, Duration duration) throws IOException, InterruptedException {
    return isFullSpeed()
        ? orders.closedLoop(CLIENTS, duration).orders()
        : orders.openLoop(perSecond, duration).getTotalCount();
  }

  @Override
  public String toString() {
    return isFullSpeed() ? "full speed" : perSecond + " orders/s";
  }
}
