package com.gopher.lab.faults;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A record as it lies in a topic.
 *
 * @param payload the value as text, empty for a record without one
 * @param json what it says; a missing node if it is no JSON
 */
record RoadRecord(
    String topic,
    int partition,
    long offset,
    Instant at,
    @Nullable String key,
    String payload,
    JsonNode json) {

  static RoadRecord of(ConsumerRecord<String, byte[]> found) {
    return of(
        found.topic(),
        found.partition(),
        found.offset(),
        Instant.ofEpochMilli(found.timestamp()),
        found.key(),
        found.value() == null ? "" : new String(found.value(), StandardCharsets.UTF_8));
  }

  static RoadRecord of(
      String topic, int partition, long offset, Instant at, @Nullable String key, String payload) {
    return new RoadRecord(topic, partition, offset, at, key, payload, parse(payload));
  }

  private static JsonNode parse(String payload) {
    try {
      return payload.isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(payload);
    } catch (JacksonException poison) {
      return MissingNode.getInstance();
    }
  }

  long sequence() {
    return json.path("sequence").asLong(0);
  }

  String status() {
    return json.path("status").asString("");
  }

  /** When the first state that the record tells of came about; for shipments only. */
  Instant since() {
    return Instant.parse(json.path("history").path(0).path("at").asString());
  }

  /** True if it is the same to its reader, wherever and how often it lies. */
  boolean says(Letter letter) {
    return Objects.equals(key, letter.key()) && payload.equals(letter.payload());
  }

  /** Something that is sent by hand. */
  record Letter(@Nullable String key, String payload) {}
}
