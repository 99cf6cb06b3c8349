package com.gopher.lab.faults;

import com.gopher.lab.topic.TopicRecord;
import com.gopher.launcher.shape.City;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Shop and tracker are replaced one by one by versions that say more, and back. */
final class RollingUpgrade {

  private RollingUpgrade() {}

  static Fault fault() {
    return Fault.of("rolling-upgrade-and-back", CityConfig.plain(), RollingUpgrade::strike);
  }

  private static FaultResult strike(CityUnderTest city) throws Exception {
    replaceAll(city, "next-payload-version");
    Instant relieved = replaceAll(city);
    return new FaultResult(
        relieved,
        seen ->
            hasBeenThereAndBack(seen.ordersTopic()) && hasBeenThereAndBack(seen.shipmentsTopic())
                ? "%s records of orders and %s of shipments in the new version"
                    .formatted(upgraded(seen.ordersTopic()), upgraded(seen.shipmentsTopic()))
                : null);
  }

  /** Returns when the last one was replaced. */
  private static Instant replaceAll(CityUnderTest city, String... sabotage) throws Exception {
    Instant last = Instant.now();
    for (String process : List.of(City.SHOP, City.TRACKER)) {
      city.sabotage(process, sabotage);
      last = Instant.now();
      city.bringUp();
      city.pause(city.between(1_000, 2_500));
    }
    return last;
  }

  private static boolean isUpgraded(TopicRecord found) {
    return found.json().has("giftWrap");
  }

  private static long upgraded(List<TopicRecord> topic) {
    return topic.stream().filter(RollingUpgrade::isUpgraded).count();
  }

  private static boolean hasBeenThereAndBack(List<TopicRecord> topic) {
    List<TopicRecord> byTime =
        topic.stream().sorted(Comparator.comparing(TopicRecord::at)).toList();
    return !byTime.isEmpty()
        && upgraded(byTime) > 0
        && !isUpgraded(byTime.get(0))
        && !isUpgraded(byTime.get(byTime.size() - 1));
  }
}
