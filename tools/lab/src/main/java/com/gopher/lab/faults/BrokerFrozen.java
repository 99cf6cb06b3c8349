package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.util.Locale;

/** The broker stands still: its connections are open, and nobody answers. */
final class BrokerFrozen {

  private BrokerFrozen() {}

  static Fault fault() {
    return Fault.of("broker-frozen", CityConfig.plain(), BrokerFrozen::strike);
  }

  private static FaultResult strike(CityUnderTest city) throws Exception {
    Duration frozen = city.between(8_000, 14_000);
    city.freeze(City.KAFKA);
    city.pause(frozen);
    double waiting = city.metric(City.SHOP, "outbox.backlog");
    city.thaw(City.KAFKA);
    return FaultResult.now(
        seen ->
            waiting == 0
                ? null
                : String.format(
                    Locale.ROOT,
                    "frozen for %.1f s, %.0f records of the shop waiting",
                    frozen.toMillis() / 1e3,
                    waiting));
  }
}
