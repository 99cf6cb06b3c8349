package com.gopher.lab.bench;

import com.gopher.lab.load.LoadRecord;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
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

  /** As a load names the refusal of a shop that has too much to do. */
  private static final Set<String> HELD_BACK = Set.of("HTTP 503");

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

  /**
   * What became of the orders.
   *
   * @param refused held back by a shop that had too much to do
   */
  record Placed(long accepted, long refused) {}

  /**
   * Returns when the last was answered.
   *
   * @throws IOException if one was refused for another reason, or none was accepted
   */
  Placed place(OrderLoad orders, Duration duration) throws IOException, InterruptedException {
    Placed placed;
    if (isFullSpeed()) {
      placed = new Placed(orders.asManyAsAreAccepted(CLIENTS, duration), 0);
    } else {
      LoadRecord offered = orders.offer(perSecond, duration);
      if (!HELD_BACK.containsAll(offered.refusals().keySet())) {
        throw new IOException("orders were not accepted: " + offered.refusals());
      }
      placed = new Placed(offered.accepted(), offered.intended() - offered.accepted());
    }
    if (placed.accepted() == 0) {
      throw new IOException("no order was accepted");
    }
    return placed;
  }

  @Override
  public String toString() {
    return isFullSpeed() ? "full speed" : perSecond + " orders/s";
  }
}
