package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The database of the trackers is killed, and started again some seconds later. */
final class DatabaseAway {

  private static final String REDELIVERED = "inbound.batches.redelivered";

  private DatabaseAway() {}

  static Fault fault() {
    return Fault.of("tracker-database-away", CityConfig.plain().trackers(2), DatabaseAway::strike);
  }

  private static FaultResult strike(CityUnderTest city) throws Exception {
    double before = city.trackersMetric(REDELIVERED);
    Duration away = city.between(4_000, 8_000);
    city.kill(City.DATABASE);
    city.pause(away);
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen -> {
          double redelivered = city.trackersMetric(REDELIVERED) - before;
          return redelivered <= 0
              ? null
              : String.format(
                  Locale.ROOT,
                  "away for %.1f s, %.0f batches asked for again",
                  away.toMillis() / 1e3,
                  redelivered);
        });
  }
}
