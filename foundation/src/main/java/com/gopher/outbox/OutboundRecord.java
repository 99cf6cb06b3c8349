package com.gopher.outbox;

import com.gopher.Api;
import java.net.URI;
import java.time.Instant;

/**
 * What an event looks like in Kafka: a record whose headers are CloudEvents attributes.
 *
 * @param topic the topic it goes to; the topic has to exist
 * @param key what the order is kept for, such as the id of an aggregate
 * @param id the CloudEvents id, the same however often the record is sent
 * @param type the CloudEvents type, such as {@code library.book.lent}; no Java class name
 * @param source the CloudEvents source, such as {@code /library}
 * @param time when it happened
 * @param payload the JSON text, sent as UTF-8; at most 1,000,000 characters
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents:
 *     Kafka protocol binding, binary mode</a>
 */
@Api
public record OutboundRecord(
    String topic, String key, String id, String type, URI source, Instant time, String payload) {

  public OutboundRecord {
    if (topic.isBlank() || key.isBlank() || id.isBlank() || type.isBlank()) {
      throw new IllegalArgumentException(
          "An outbound record needs a topic, a key, an id and a type; it has topic '%s', key '%s', id '%s', type '%s'"
              .formatted(topic, key, id, type));
    }
  }
}
