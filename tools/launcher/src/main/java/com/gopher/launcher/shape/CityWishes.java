package com.gopher.launcher.shape;

import org.jspecify.annotations.Nullable;

/**
 * What the user asked for; null is for what was left open, which then stays as it was last time.
 *
 * @param kafka HOST:PORT of an existing cluster
 * @param trackerDatabase JDBC URL of an existing database, its login in the environment
 * @param shopPort the one that clients know
 * @param gateway whether one stands before shop and trackers
 * @param discovery how the gateway finds the trackers
 */
public record CityWishes(
    @Nullable Delivery delivery,
    @Nullable String kafka,
    @Nullable Integer trackers,
    @Nullable String trackerDatabase,
    @Nullable Integer shopPort,
    @Nullable Integer trackerPort,
    @Nullable Integer kafkaPort,
    @Nullable Boolean gateway,
    @Nullable Discovery discovery) {

  /** Ports of the system's choice, and everything else as it was or usually is. */
  public static CityWishes onFreePorts() {
    return new CityWishes(null, null, null, null, 0, 0, 0, null, null);
  }

  /** Nothing in particular. */
  public static CityWishes none() {
    return new CityWishes(null, null, null, null, null, null, null, null, null);
  }
}
