package com.gopher.outbox;

import java.net.URI;
import java.time.Instant;
import org.springframework.modulith.events.Externalized;

/** The event of the tests: an aggregate has a new version. */
@Externalized
record Changed(String topic, String key, long sequence) {

  static OutboundRecord toRecord(String topic, String key, long sequence) {
    return new OutboundRecord(
        topic,
        key,
        key + "-" + sequence,
        "test.changed",
        URI.create("/test"),
        Instant.parse("2026-11-22T10:00:00Z"),
        String.valueOf(sequence));
  }

  static final class Mapping implements Outbound<Changed> {
    @Override
    public Class<Changed> eventType() {
      return Changed.class;
    }

    @Override
    public OutboundRecord record(Changed event) {
      return toRecord(event.topic(), event.key(), event.sequence());
    }
  }
}
