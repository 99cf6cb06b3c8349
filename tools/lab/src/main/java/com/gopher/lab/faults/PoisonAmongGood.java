package com.gopher.lab.faults;

import com.gopher.lab.topic.TopicReader;
import com.gopher.lab.topic.TopicRecord;
import com.gopher.lab.topic.TopicRecord.Content;
import com.gopher.launcher.shape.City;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records that nobody can read lie between good ones. */
final class PoisonAmongGood {

  private static final int ROUNDS = 4;

  private PoisonAmongGood() {}

  static Fault fault() {
    return Fault.of("poison-among-good", CityConfig.plain(), PoisonAmongGood::strike)
        .controlledIn(
            CityConfig.plain()
                .harming(City.SHOP, "no-dead-letters")
                .harming(City.TRACKER, "no-dead-letters"),
            "the dead letters",
            Violation.Kind.LOST);
  }

  private static FaultResult strike(CityUnderTest city) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      city.poison(TopicReader.ORDERS, poison(city));
      city.poison(TopicReader.SHIPMENTS, poison(city));
      city.pause(city.between(200, 700));
    }
    return FaultResult.now(
        seen -> {
          long orders = among(seen.ordersTopic(), seen.poison());
          long shipments = among(seen.shipmentsTopic(), seen.poison());
          return orders == 0 || shipments == 0
              ? null
              : "%s poisoned records before good ones of orders, %s before good ones of shipments"
                  .formatted(orders, shipments);
        });
  }

  private static List<Content> poison(CityUnderTest city) {
    var poison = new ArrayList<Content>();
    for (String broken :
        List.of(
            "{\"id\":\"%s\",\"sequence\":",
            "{\"id\":\"%s\",\"orderId\":\"%s\",\"sequence\":1,\"status\":\"PLACED\"}",
            "[\"%s\"]",
            "no JSON at all, %s")) {
      String id = new UUID(city.random().nextLong(), city.random().nextLong()).toString();
      poison.add(new Content(id, broken.replace("%s", id)));
    }
    poison.add(new Content("no-id-" + city.random().nextLong(), ""));
    poison.add(new Content(null, "without a key " + city.random().nextLong()));
    return poison;
  }

  private static long among(List<TopicRecord> topic, List<Content> poison) {
    return topic.stream()
        .filter(found -> poison.contains(found.content()))
        .filter(found -> topic.stream().anyMatch(other -> isGoodAfter(found, other)))
        .count();
  }

  private static boolean isGoodAfter(TopicRecord poisoned, TopicRecord other) {
    return other.partition() == poisoned.partition()
        && other.offset() > poisoned.offset()
        && other.sequence() > 0;
  }
}
