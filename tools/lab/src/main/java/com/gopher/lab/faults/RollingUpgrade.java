package com.gopher.lab.faults;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Shop and tracker are replaced one by one by versions that say more, and back. */
record RollingUpgrade() implements Fault {

  private static final String NEXT = "next-payload-version";

  @Override
  public String name() {
    return "rolling-upgrade-and-back";
  }

  @Override
  public String how() {
    return "Shop and tracker are restarted one after the other with a version whose records have an"
        + " optional field and a type that nobody knows; then both go back, the shop first.";
  }

  @Override
  public String proof() {
    return "In both topics there are old records, then new ones, then old ones again.";
  }

  @Override
  public Stage stage() {
    return Stage.plain();
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    for (String process : List.of(Scene.SHOP, Scene.TRACKER)) {
      scene.sabotage(process, NEXT);
      scene.bringUp();
      scene.pause(scene.between(1_000, 2_500));
    }
    Instant relieved = Instant.now();
    for (String process : List.of(Scene.SHOP, Scene.TRACKER)) {
      scene.sabotage(process);
      relieved = Instant.now();
      scene.bringUp();
      scene.pause(scene.between(1_000, 2_500));
    }
    return new Blow(
        relieved,
        seen ->
            hasBeenThereAndBack(seen.ordersTopic()) && hasBeenThereAndBack(seen.shipmentsTopic())
                ? "%d records of orders and %d of shipments in the new version"
                    .formatted(upgraded(seen.ordersTopic()), upgraded(seen.shipmentsTopic()))
                : null);
  }

  private static boolean isUpgraded(RoadRecord found) {
    return found.json().has("giftWrap");
  }

  private static long upgraded(List<RoadRecord> topic) {
    return topic.stream().filter(RollingUpgrade::isUpgraded).count();
  }

  private static boolean hasBeenThereAndBack(List<RoadRecord> topic) {
    List<RoadRecord> byTime = topic.stream().sorted(Comparator.comparing(RoadRecord::at)).toList();
    return !byTime.isEmpty()
        && upgraded(byTime) > 0
        && !isUpgraded(byTime.get(0))
        && !isUpgraded(byTime.get(byTime.size() - 1));
  }
}
