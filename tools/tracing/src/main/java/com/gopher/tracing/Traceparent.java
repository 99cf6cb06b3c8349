package com.gopher.tracing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The trace and the span that something belongs to.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
record Traceparent(String traceId, String spanId) {

  static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

  /** Null if it is none. */
  static @Nullable Traceparent of(@Nullable String text) {
    var form = FORM.matcher(text == null ? "" : text);
    return form.matches() ? new Traceparent(form.group(1), form.group(2)) : null;
  }

  /** Of a record in Kafka; null if it has none. */
  static @Nullable Traceparent of(Headers headers) {
    return of(text(headers, HEADER));
  }

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The beginning of a trace. */
  static Traceparent begin() {
    return new Traceparent(random() + random(), random());
  }

  /** Another span of the same trace. */
  Traceparent another() {
    return new Traceparent(traceId, random());
  }

  /** The id of a span that two programs have to agree upon, who do not talk about it. */
  static String agreed(String record, String stage) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((record + "/" + stage).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  private static String random() {
    long bits = ThreadLocalRandom.current().nextLong();
    return HexFormat.of().toHexDigits(bits == 0 ? 1 : bits);
  }

  @Override
  public String toString() {
    return "00-" + traceId + "-" + spanId + "-01";
  }
}
