package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The broker is killed, and started again some time later. */
final class BrokerAway {

  private BrokerAway() {}

  static Fault forSeconds() {
    return fault("broker-killed", 500, 2_500);
  }

  static Fault forAMinute() {
    return fault("broker-away-for-a-minute", 60_000, 61_000);
  }

  /** The seed chooses between these, in milliseconds. */
  private static Fault fault(String name, long shortest, long longest) {
    return Fault.of(
        name, CityConfig.plain(), city -> strike(city, city.between(shortest, longest)));
  }

  private static FaultResult strike(CityUnderTest city, Duration away) throws Exception {
    city.kill(City.KAFKA);
    city.pause(away);
    double waiting = city.metric(City.SHOP, "outbox.backlog");
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen ->
            waiting == 0
                ? null
                : String.format(
                    Locale.ROOT,
                    "away for %.1f s, %.0f records of the shop waiting",
                    away.toMillis() / 1e3,
                    waiting));
  }
}
