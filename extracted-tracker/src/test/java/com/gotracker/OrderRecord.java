package com.gotracker;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Builds records as the shop writes them. */
public record OrderRecord(
    UUID id, long sequence, String decider, String status, @Nullable String traceparent) {

  public static OrderRecord placed(UUID id) {
    return new OrderRecord(id, 1, "tracker", "PLACED", null);
  }

  public OrderRecord decidedBy(String other) {
    return new OrderRecord(id, sequence, other, status, traceparent);
  }

  public OrderRecord then(String next) {
    return new OrderRecord(id, sequence + 1, decider, next, traceparent);
  }

  public OrderRecord tracedAs(String parent) {
    return new OrderRecord(id, sequence, decider, status, parent);
  }

  public String json() {
    return """
        {"id":"%s","sequence":%d,"decider":"%s","status":"%s",\
        "customerId":"019aadf2-77c1-7aa0-b1de-52c9e8a04f11",\
        "lines":[{"sku":"GS-1001","title":"The Tunnel Architect","quantity":2,\
        "unitPrice":{"amount":"12.90","currency":"EUR"}}],\
        "total":{"amount":"25.80","currency":"EUR"},\
        "placedAt":"2026-11-22T10:15:30.125Z","changedAt":"2026-11-22T10:15:30.125Z"}"""
        .formatted(id, sequence, decider, status);
  }

  public ProducerRecord<byte[], byte[]> toKafka() {
    var kafkaRecord = new ProducerRecord<>("shop.orders", utf8(id.toString()), utf8(json()));
    kafkaRecord.headers().add("ce_specversion", utf8("1.0"));
    kafkaRecord.headers().add("ce_id", utf8(id + ":" + sequence));
    kafkaRecord.headers().add("ce_type", utf8("shop.order." + status.toLowerCase()));
    kafkaRecord.headers().add("ce_source", utf8("/gopher-shop"));
    kafkaRecord.headers().add("ce_time", utf8("2026-11-22T10:15:30.125Z"));
    if (traceparent != null) {
      kafkaRecord.headers().add("traceparent", utf8(traceparent));
    }
    return kafkaRecord;
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
