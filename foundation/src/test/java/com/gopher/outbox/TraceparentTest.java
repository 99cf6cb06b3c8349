package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.test.simple.SimpleTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Where the trace of a record comes from. */
class TraceparentTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  private final CurrentTrace trace = new MdcTrace();

  @AfterEach
  void clear() {
    MDC.clear();
  }

  @Test
  void withoutATraceThereIsNone() {
    assertThat(trace.parent()).isNull();
  }

  @Test
  void theIdsOfTheLogMakeATraceparent() {
    MDC.put("traceId", TRACE);
    MDC.put("spanId", SPAN);

    assertThat(trace.parent()).isEqualTo("00-" + TRACE + "-" + SPAN + "-00");
  }

  @Test
  void aWholeTraceparentIsPassedOn() {
    MDC.put("traceparent", "00-" + TRACE + "-" + SPAN + "-01");

    assertThat(trace.parent()).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
  }

  @Test
  void theSpanOfATracerMakesATraceparent() {
    var tracer = new SimpleTracer();
    var span = tracer.nextSpan().start();
    span.context().setTraceId(TRACE);
    span.context().setSpanId(SPAN);
    var traced = new TracerTrace(tracer);

    assertThat(traced.parent()).isNull();
    try (var scope = tracer.withSpan(span)) {
      assertThat(traced.parent()).startsWith("00-" + TRACE + "-" + SPAN);
    }
  }

  @Test
  void whatIsNotATraceparentIsNotPassedOn() {
    MDC.put("traceparent", "00-" + "0".repeat(32) + "-" + SPAN + "-01");

    assertThat(trace.parent()).isNull();
  }
}
