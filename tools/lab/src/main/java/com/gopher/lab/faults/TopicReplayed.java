package com.gopher.lab.faults;

import com.gopher.lab.system.Waiting;
import com.gopher.lab.topic.TopicReader;
import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Shop and tracker read their whole topics again. */
final class TopicReplayed {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private TopicReplayed() {}

  /** Some records make a batch, so that old states are met one by one. */
  static Fault fault() {
    CityConfig config = CityConfig.plain().with("SPRING_KAFKA_CONSUMER_MAX_POLL_RECORDS", "10");
    return Fault.of("whole-topic-replayed", config, TopicReplayed::strike)
        .controlledIn(
            config.harming(City.TRACKER, "no-sequence-check"),
            "the tracker's memory of what it has applied",
            Violation.Kind.DUPLICATED);
  }

  private static FaultResult strike(CityUnderTest city) throws Exception {
    city.end(City.TRACKER);
    city.end(City.SHOP);
    long orders = rewound(city, TopicReader.TRACKERS, TopicReader.ORDERS);
    long shipments = rewound(city, TopicReader.SHOP, TopicReader.SHIPMENTS);
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen ->
            orders > 0
                    && shipments > 0
                    && city.topics().settled(TopicReader.TRACKERS, TopicReader.ORDERS) > 0
                    && city.topics().settled(TopicReader.SHOP, TopicReader.SHIPMENTS) > 0
                ? "%s orders and %s shipments read again".formatted(orders, shipments)
                : null);
  }

  /**
   * Returns how many records were set back; Kafka refuses while it believes that somebody reads.
   */
  private static long rewound(CityUnderTest city, String group, String topic)
      throws InterruptedException {
    var settled = new AtomicLong();
    Waiting.until(
        PATIENCE,
        () -> {
          settled.set(city.topics().rewind(group, topic));
          return true;
        });
    return settled.get();
  }
}
