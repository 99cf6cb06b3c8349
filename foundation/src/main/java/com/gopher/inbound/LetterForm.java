package com.gopher.inbound;

import com.gopher.inbound.DeadLetters.Letter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What a dead letter looks like, as {@code docs/contract/asyncapi.yaml} describes it. */
final class LetterForm {

  private static final int LONGEST_KEY = 1_024;
  private static final int LONGEST_HEADERS = 4_096;
  private static final int LONGEST_REASON = 1_000;

  private final Clock clock;
  private final String reader;

  /**
   * @param reader who could not read them
   */
  LetterForm(Clock clock, String reader) {
    this.clock = clock;
    this.reader = reader;
  }

  /**
   * The record byte for byte. One that comes back from the dead letters and is no better has the
   * old reason replaced.
   */
  ProducerRecord<byte[], byte[]> whole(Letter letter) {
    ConsumerRecord<byte[], byte[]> original = letter.original();
    var dead =
        new ProducerRecord<>(
            Topics.deadLettersOf(original.topic()),
            null,
            original.key(),
            original.value(),
            original.headers());
    // The writer of the record has no say in whether letters are settled or whole.
    for (Header header : original.headers()) {
      if (header.key().startsWith("dlt_settle") || header.key().startsWith("dlt_omitted")) {
        dead.headers().remove(header.key());
      }
    }
    address(dead.headers(), letter, letter.reason());
    return dead;
  }

  /**
   * Where the record lies, how large its value is and by which digest it can be recognised. Its key
   * and its headers are in it as long as they are small.
   */
  ProducerRecord<byte[], byte[]> withoutValue(Letter letter) {
    ConsumerRecord<byte[], byte[]> original = letter.original();
    byte[] key = original.key();
    byte[] value = original.value() == null ? new byte[0] : original.value();
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(
            Topics.deadLettersOf(original.topic()),
            null,
            key == null || key.length > LONGEST_KEY ? null : key,
            null,
            sizeOf(original.headers()) > LONGEST_HEADERS ? null : whole(letter).headers());
    String reason = letter.reason();
    address(dead.headers(), letter, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    put(dead.headers(), "dlt_omitted_bytes", String.valueOf(value.length));
    put(dead.headers(), "dlt_omitted_sha256", sha256(value));
    return dead;
  }

  private void address(Headers headers, Letter letter, String reason) {
    ConsumerRecord<byte[], byte[]> original = letter.original();
    put(headers, "dlt_reason", reason);
    put(headers, "dlt_topic", original.topic());
    put(headers, "dlt_partition", String.valueOf(original.partition()));
    put(headers, "dlt_offset", String.valueOf(original.offset()));
    put(headers, "dlt_time", clock.instant().toString());
    put(headers, "dlt_reader", reader);
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static int sizeOf(Headers headers) {
    int size = 0;
    for (Header header : headers) {
      size += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return size;
  }

  private static String sha256(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
