package com.gopher.lab.faults;

import java.time.Duration;
import java.util.Map;

/**
 * How hard and how long the city is worked.
 *
 * @param perSecond calls of the customers
 * @param percentCancelled how many of these calls are cancellations
 * @param before from the first call to the strike, at the least
 * @param after from the end of the fault to the last call
 * @param patience with a city in which nothing changes and yet something is under way
 * @param settings environment variables for shop and trackers
 * @param throughGateway true if customers call a gateway and not the shop
 */
public record LoadProfile(
    double perSecond,
    int percentCancelled,
    Duration before,
    Duration after,
    Duration patience,
    Map<String, String> settings,
    boolean throughGateway) {

  private static final int PERCENT_CANCELLED = 25;
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(12);

  /**
   * Longer than anything takes that a program mends by itself: event publications that nobody works
   * on are called up again after two minutes.
   */
  static final Duration LONG_PATIENCE = Duration.ofSeconds(150);

  private static final Map<String, String> SHIPPING =
      Map.of("SHIPPING_PREPARING", "700ms", "SHIPPING_TRANSIT", "300ms");

  /** Sessions and leases of the shipped settings would be most of the time that a run takes. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "SHIPPING_PREPARING", "400ms",
          "SHIPPING_TRANSIT", "200ms",
          "OUTBOX_LEASE", "3s",
          "SPRING_APPLICATION_JSON",
              """
              {"spring.kafka.consumer.properties.session.timeout.ms":"4000",
               "spring.kafka.consumer.properties.heartbeat.interval.ms":"500"}\
              """);

  /** For somebody who waits for the verdict: a short load, and processes that give up soon. */
  public static LoadProfile hasty(Duration patience) {
    return new LoadProfile(
        20,
        PERCENT_CANCELLED,
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        patience,
        IMPATIENT,
        false);
  }

  /** For a tracker that does not yet lock what it ships: a cancellation may overtake the clock. */
  public LoadProfile withoutCancellations() {
    return new LoadProfile(perSecond, 0, before, after, patience, settings, throughGateway);
  }

  /** The same load, by way of a gateway. */
  public LoadProfile behindAGateway() {
    return new LoadProfile(perSecond, percentCancelled, before, after, patience, settings, true);
  }

  /** As a user runs it: everything but the shipping times as it is shipped. */
  public static LoadProfile standard(double perSecond) {
    return new LoadProfile(
        perSecond,
        PERCENT_CANCELLED,
        Duration.ofSeconds(3),
        Duration.ofSeconds(3),
        LONG_PATIENCE,
        SHIPPING,
        false);
  }

  /**
   * For a city without a protection: what it has lost does not come back, however long one waits.
   */
  LoadProfile soonGivenUp() {
    return new LoadProfile(
        perSecond, percentCancelled, before, after, SHORT_PATIENCE, settings, throughGateway);
  }
}
