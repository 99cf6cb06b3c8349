package com.gopher.lab.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
public record TopicRecord(
    String topic,
    int partition,
    long offset,
    Instant at,
    @Nullable String key,
    String payload,
    JsonNode json) {

  static TopicRecord of(ConsumerRecord<String, byte[]> found, byte @Nullable [] value) {
    return of(
        found.topic(),
        found.partition(),
        found.offset(),
        Instant.ofEpochMilli(found.timestamp()),
        found.key(),
        value == null ? "" : new String(value, StandardCharsets.UTF_8));
  }

  public static TopicRecord of(
      String topic, int partition, long offset, Instant at, @Nullable String key, String payload) {
    return new TopicRecord(topic, partition, offset, at, key, payload, parse(payload));
  }

  private static JsonNode parse(String payload) {
    try {
      return payload.isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(payload);
    } catch (JacksonException poison) {
      return MissingNode.getInstance();
    }
  }

  public long sequence() {
    return json.path("sequence").asLong(0);
  }

  public String status() {
    return json.path("status").asString("");
  }

  /** When the first state that the record tells of came about; for shipments only. */
  public Instant since() {
    return Instant.parse(json.path("history").path(0).path("at").asString());
  }

  /** What its reader sees of it, wherever and how often it lies. */
  public Content content() {
    return new Content(key, payload);
  }

  /** A record without its place. */
  public record Content(@Nullable String key, String payload) {}
}
