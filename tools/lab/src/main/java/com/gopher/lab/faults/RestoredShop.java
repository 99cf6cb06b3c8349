package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shop's database is put back from a copy, while tracker and Kafka know what came after it. */
final class RestoredShop {

  private static final Duration AFTER_THE_COPY = Duration.ofSeconds(3);

  private RestoredShop() {}

  static List<Fault> all() {
    CityConfig config = CityConfig.plain().restoringShop();
    return List.of(
        Fault.of("shop-restored-from-backup", config, RestoredShop::restore)
            .controlledIn(
                config.harming(City.SHOP, "no-own-records"),
                "the shop's reading of what it had announced",
                Violation.Kind.LOST));
  }

  private static FaultResult restore(CityUnderTest city) throws Exception {
    city.end(City.SHOP);
    Path copy = city.copyShopDatabase();
    Instant copied = Instant.now();
    city.bringUp();
    city.pause(AFTER_THE_COPY);
    city.kill(City.SHOP);
    city.restoreShopDatabase(copy);
    Instant restored = Instant.now();
    city.bringUp();
    return new FaultResult(restored, seen -> proof(seen, copied, restored));
  }

  /** What nobody had announced before the restart is lost, and named. */
  private static @Nullable String proof(Observed seen, Instant copied, Instant restored) {
    long between =
        seen.ordersTopic().stream()
            .filter(record -> record.sequence() == 1)
            .map(record -> Instant.parse(record.json().path("placedAt").asString()))
            .filter(placed -> placed.isAfter(copied) && placed.isBefore(restored))
            .count();
    var lost = new TreeSet<>(seen.accepted());
    seen.ordersTopic().forEach(record -> lost.remove(String.valueOf(record.key())));
    return FaultResult.proof(
        between > 0,
        "%s orders were announced that the copy did not have; in neither were %s%s",
        between,
        lost.size(),
        lost.isEmpty() ? "" : ": " + String.join(", ", lost));
  }
}
