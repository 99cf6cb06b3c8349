package com.gopher.tracing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work, as Zipkin takes it.
 *
 * @param timestamp when it began, in microseconds since 1970
 * @param duration in microseconds
 * @see <a href="https://zipkin.io/zipkin-api/#/default/post_spans">Zipkin's API, version 2</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Span(
    String traceId,
    String id,
    @Nullable String parentId,
    String name,
    String kind,
    long timestamp,
    long duration,
    Map<String, String> localEndpoint,
    Map<String, String> tags) {

  /**
   * @param parentId null for the first of a trace
   */
  static Span of(
      Traceparent trace,
      @Nullable String parentId,
      String name,
      String kind,
      Instant begin,
      Map<String, String> tags) {
    return new Span(
        trace.traceId(),
        trace.spanId(),
        parentId,
        name,
        kind,
        ChronoUnit.MICROS.between(Instant.EPOCH, begin),
        Math.max(1, ChronoUnit.MICROS.between(begin, Instant.now())),
        Map.of("serviceName", System.getenv().getOrDefault("TRACING_SERVICE", "unnamed")),
        tags);
  }
}
