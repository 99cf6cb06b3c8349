package com.gopher.inbound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** How topics are made where they are missing; replicas are the broker's to say. */
final class Topics {

  /** Room for a record as large as the others may be, and the headers that say what was wrong. */
  private static final String DEAD_LETTER_BYTES = "4194304";

  private Topics() {}

  static String deadLettersOf(String topic) {
    return topic + "-dlt";
  }

  static List<NewTopic> with(InboundProperties properties) {
    List<NewTopic> all = new ArrayList<>();
    for (String name : properties.topics()) {
      all.add(topic(name, properties.partitions(), Map.of()));
      all.add(
          topic(
              deadLettersOf(name),
              properties.partitions(),
              Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES)));
    }
    return all;
  }

  /** Nothing is thrown away by default: who starts late must find every record. */
  private static NewTopic topic(String name, int partitions, Map<String, String> more) {
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
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
  }
}
