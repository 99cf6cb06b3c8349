package com.gopher.lab.compare.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One order that a customer tried to place.
 *
 * @param at when that was intended, in seconds since the load began
 * @param seconds from then until the answer, or until the customer gave up
 * @param order its id; null if it was not accepted
 * @param visibleAt when the shop learned of its parcel, in seconds since the load began; {@link
 *     Double#NaN} if it has not
 */
public record Attempt(double at, double seconds, @Nullable String order, double visibleAt) {

  public boolean isAccepted() {
    return order != null;
  }

  public boolean isAcceptedWithin(double limit) {
    return isAccepted() && seconds <= limit;
  }

  public boolean isVisible() {
    return !Double.isNaN(visibleAt);
  }

  public boolean isBetween(double begin, double end) {
    return begin <= at && at < end;
  }

  public Attempt visibleAt(double second) {
    return new Attempt(at, seconds, order, second);
  }
}
