package com.gotracker.road;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the contract, see {@code docs/contract/asyncapi.yaml}. */
final class Topics {

  static final String ORDERS = "shop.orders";
  static final String SHIPMENTS = "tracker.shipments";
  static final String ORDERS_DEAD_LETTERS = "shop.orders-dlt";
  static final String SHIPMENTS_DEAD_LETTERS = "tracker.shipments-dlt";

  private static final int PARTITIONS = 6;

  /** Room for a record as large as the others may be, and the headers that say what was wrong. */
  private static final String DEAD_LETTER_BYTES = "4194304";

  private Topics() {}

  /** How they are made where they are missing; replicas are the broker's to say. */
  static List<NewTopic> all() {
    return List.of(
        topic(ORDERS, Map.of()),
        topic(SHIPMENTS, Map.of()),
        topic(ORDERS_DEAD_LETTERS, Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES)),
        topic(
            SHIPMENTS_DEAD_LETTERS,
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES)));
  }

  /** Nothing is thrown away by default: who starts late must find every order. */
  private static NewTopic topic(String name, Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1"));
    settings.putAll(more);
    return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(settings);
  }
}
