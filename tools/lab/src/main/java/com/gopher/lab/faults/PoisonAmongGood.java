package com.gopher.lab.faults;

import com.gopher.lab.faults.RoadRecord.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records that nobody can read lie between good ones.
 *
 * @param stage with or without a place to set them aside
 */
record PoisonAmongGood(Stage stage, boolean isProtected) implements Fault {

  private static final int ROUNDS = 4;

  static PoisonAmongGood standard() {
    return new PoisonAmongGood(Stage.plain(), true);
  }

  @Override
  public String name() {
    return "poison-among-good";
  }

  @Override
  public String how() {
    return "Broken JSON, wrong keys, missing fields, unknown states and empty values are sent to"
        + " both topics, into the stream of good records.";
  }

  @Override
  public String proof() {
    return "In both topics poisoned records lie before good ones of the same partition.";
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      scene.poison(Road.ORDERS, poison(scene));
      scene.poison(Road.SHIPMENTS, poison(scene));
      scene.pause(scene.between(200, 700));
    }
    return new Blow(
        Instant.now(),
        seen -> {
          long orders = among(seen.ordersTopic(), seen.poison());
          long shipments = among(seen.shipmentsTopic(), seen.poison());
          return orders == 0 || shipments == 0
              ? null
              : "%d poisoned records before good ones of orders, %d before good ones of shipments"
                  .formatted(orders, shipments);
        });
  }

  private static List<Letter> poison(Scene scene) {
    var poison = new ArrayList<Letter>();
    for (String broken :
        List.of(
            "{\"id\":\"%s\",\"sequence\":",
            "{\"id\":\"%s\",\"orderId\":\"%s\",\"sequence\":1,\"status\":\"PLACED\"}",
            "[\"%s\"]",
            "no JSON at all, %s")) {
      String id = new UUID(scene.random().nextLong(), scene.random().nextLong()).toString();
      poison.add(new Letter(id, broken.replace("%s", id)));
    }
    poison.add(new Letter("no-id-" + scene.random().nextLong(), ""));
    poison.add(new Letter(null, "without a key " + scene.random().nextLong()));
    return poison;
  }

  private static long among(List<RoadRecord> topic, List<Letter> poison) {
    return topic.stream()
        .filter(found -> poison.stream().anyMatch(found::says))
        .filter(
            found ->
                topic.stream()
                    .anyMatch(
                        other ->
                            other.partition() == found.partition()
                                && other.offset() > found.offset()
                                && other.sequence() > 0))
        .count();
  }

  @Override
  public Optional<Control> control() {
    return isProtected
        ? Optional.of(
            new Control(
                new PoisonAmongGood(
                    Stage.plain()
                        .harming(Scene.SHOP, "no-dead-letters")
                        .harming(Scene.TRACKER, "no-dead-letters"),
                    false),
                "the dead letters",
                Violation.Kind.LOST))
        : Optional.empty();
  }
}
