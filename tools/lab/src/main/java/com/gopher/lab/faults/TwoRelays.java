package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;

/** Two trackers empty one outbox at the same time. */
final class TwoRelays {

  private TwoRelays() {}

  static Fault fault() {
    CityConfig two = CityConfig.plain().trackers(2);
    return Fault.of("two-relays-at-once", two.harming(City.TRACKER, "no-lease"), TwoRelays::strike)
        .controlledIn(
            two.harming(City.TRACKER, "skip-locked-relays"),
            "the relay, with some that claim rows by SKIP LOCKED",
            Violation.Kind.DISORDERED);
  }

  private static FaultResult strike(CityUnderTest city) throws InterruptedException {
    city.pause(city.between(4_000, 6_000));
    return FaultResult.now(
        seen -> {
          long relays = city.traps().marks("relay-");
          return relays < 2
              ? null
              : "%s relays at work, %s records sent again"
                  .formatted(relays, Observed.repeats(seen.shipmentsTopic()));
        });
  }
}
