package com.gopher.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One of two trackers stands still until the group has given its partitions to the other. */
final class TrackerFrozen {

  private TrackerFrozen() {}

  static Fault fault() {
    return Fault.of(
        "tracker-frozen-longer-than-its-session",
        CityConfig.plain().trackers(2),
        TrackerFrozen::strike);
  }

  private static FaultResult strike(CityUnderTest city) throws Exception {
    city.awaitTrackers(2);
    String victim = city.oneOfTwoTrackers();
    Instant frozen = Instant.now();
    city.freeze(victim);
    boolean isAlone = city.awaitTrackers(1);
    city.pause(city.between(1_000, 3_000));
    city.thaw(victim);
    Instant thawed = Instant.now();
    boolean isBack = city.awaitTrackers(2);
    return new FaultResult(
        thawed,
        seen ->
            isAlone && isBack
                ? String.format(
                    Locale.ROOT,
                    "%s frozen for %.1f s; 2, 1 and again 2 members",
                    victim,
                    Duration.between(frozen, thawed).toMillis() / 1e3)
                : null);
  }
}
