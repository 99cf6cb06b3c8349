package com.gopher.outbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of the W3C {@code traceparent} header.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
final class Traceparent {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /**
   * The given text if it is a traceparent, otherwise null: a reader could only throw a wrong one
   * away.
   */
  static @Nullable String valid(String text) {
    return FORM.matcher(text).matches() ? text : null;
  }

  static @Nullable String of(@Nullable String traceId, @Nullable String spanId, boolean sampled) {
    return valid("00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00"));
  }
}
