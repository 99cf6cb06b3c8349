package com.gopher.lab.faults;

import com.gopher.lab.topic.TopicRecord;
import com.gopher.launcher.shape.City;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Processes come, go and change their version, as in any week of operation. */
final class ChangingCity {

  private ChangingCity() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "trackers-joining-and-leaving", CityConfig.plain().trackers(2), ChangingCity::resize),
        Fault.of("rolling-upgrade-and-back", CityConfig.plain(), ChangingCity::upgradeAndBack));
  }

  /** The group of trackers grows, loses a member without warning, and shrinks. */
  private static FaultResult resize(CityUnderTest city) throws Exception {
    var members = new ArrayList<Integer>();
    reach(city, 2, members);
    city.trackers(3);
    city.bringUp();
    reach(city, 3, members);
    String victim = city.oneOfTwoTrackers();
    city.kill(victim);
    reach(city, 2, members);
    city.bringUp();
    reach(city, 3, members);
    city.trackers(2);
    Instant relieved = Instant.now();
    city.bringUp();
    reach(city, 2, members);
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                members.equals(List.of(2, 3, 2, 3, 2)),
                "2, 3, 2 (%s killed), 3 and 2 members",
                victim));
  }

  private static void reach(CityUnderTest city, int wanted, List<Integer> members)
      throws InterruptedException {
    if (city.awaitTrackers(wanted)) {
      members.add(wanted);
    }
    city.pause(city.between(500, 1_500));
  }

  /** Shop and tracker are replaced one by one by versions that say more, and back. */
  private static FaultResult upgradeAndBack(CityUnderTest city) throws Exception {
    replaceAll(city, "next-payload-version");
    Instant relieved = replaceAll(city);
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                wentAndCameBack(seen.ordersTopic()) && wentAndCameBack(seen.shipmentsTopic()),
                "%s records of orders and %s of shipments in the new version",
                upgraded(seen.ordersTopic()),
                upgraded(seen.shipmentsTopic())));
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
    return topic.stream().filter(ChangingCity::isUpgraded).count();
  }

  private static boolean wentAndCameBack(List<TopicRecord> topic) {
    List<TopicRecord> byTime =
        topic.stream().sorted(Comparator.comparing(TopicRecord::at)).toList();
    return upgraded(byTime) > 0
        && !isUpgraded(byTime.get(0))
        && !isUpgraded(byTime.get(byTime.size() - 1));
  }
}
