package com.gopher.cli.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The headers around dead letters, as {@code docs/contract/asyncapi.yaml} describes them. */
final class Headers {

  private static final String PREFIX = "dlt_";
  private static final String SETTLES = "dlt_settles";
  private static final String SETTLED_BY = "dlt_settled_by";
  private static final String SETTLED_TIME = "dlt_settled_time";
  private static final String SETTLED_TO = "dlt_settled_to";
  private static final String REPLAYED_FROM = "dlt_replayed_from";

  private Headers() {}

  /** A letter still open. */
  static Letter letter(ConsumerRecord<byte[], byte[]> record) {
    String from = from(record);
    String omitted = omittedDigest(record);
    byte[] value = record.value();
    byte[] key = record.key();
    return new Letter(
        idOf(record),
        text(record, "dlt_time"),
        from,
        text(record, "dlt_reader"),
        text(record, "dlt_reason"),
        text(record, REPLAYED_FROM),
        key == null ? null : new String(key, StandardCharsets.UTF_8),
        omitted == null ? lengthOf(value) : omittedBytes(record),
        omitted == null ? null : from,
        List.of());
  }

  private static int lengthOf(byte @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  private static int omittedBytes(ConsumerRecord<?, ?> record) {
    String bytes = text(record, "dlt_omitted_bytes");
    return bytes != null && bytes.matches("[0-9]{1,9}") ? Integer.parseInt(bytes) : 0;
  }

  /** SHA-256 of a value that was too large for a letter; null if the letter has its value. */
  static @Nullable String omittedDigest(ConsumerRecord<?, ?> record) {
    return text(record, "dlt_omitted_sha256");
  }

  /** Where the record lay that was set aside; null if its reader did not say. */
  static @Nullable String from(ConsumerRecord<?, ?> record) {
    String topic = text(record, "dlt_topic");
    return topic == null
        ? null
        : topic + "-" + text(record, "dlt_partition") + "-" + text(record, "dlt_offset");
  }

  static LetterId idOf(ConsumerRecord<?, ?> record) {
    return new LetterId(record.topic(), record.partition(), record.offset());
  }

  /** The letter that this record says was settled; null if the record is a letter itself. */
  static @Nullable LetterId settled(ConsumerRecord<?, ?> record) {
    String offset = text(record, SETTLES);
    return offset == null
        ? null
        : LetterId.of(record.topic() + "-" + record.partition() + "-" + offset)
            .orElseGet(() -> idOf(record));
  }

  static Settlement settlement(ConsumerRecord<?, ?> record) {
    String done = text(record, SETTLED_BY);
    String at = text(record, SETTLED_TIME);
    return new Settlement(
        done == null ? "settled" : done, at == null ? "" : at, text(record, SETTLED_TO));
  }

  /** What a note carries that says: this letter is settled. */
  static List<Header> note(LetterId letter, Settlement settlement) {
    var headers = new ArrayList<Header>();
    headers.add(header(SETTLES, "" + letter.offset()));
    headers.add(header(SETTLED_BY, settlement.done()));
    headers.add(header(SETTLED_TIME, settlement.at()));
    String to = settlement.to();
    if (to != null) {
      headers.add(header(SETTLED_TO, to));
    }
    return headers;
  }

  /** The headers that the record had when it was set aside, and which letter it has been. */
  static List<Header> sentBack(ConsumerRecord<?, ?> whole, LetterId letter) {
    var headers = new ArrayList<Header>();
    for (Header header : whole.headers()) {
      if (!header.key().startsWith(PREFIX)) {
        headers.add(header);
      }
    }
    headers.add(header(REPLAYED_FROM, letter.toString()));
    return headers;
  }

  static String now() {
    return Instant.now().toString();
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
