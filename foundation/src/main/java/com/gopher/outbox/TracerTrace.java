package com.gopher.outbox;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace Micrometer Tracing knows. */
final class TracerTrace implements CurrentTrace {

  private final Tracer tracer;

  TracerTrace(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public @Nullable String parent() {
    var span = tracer.currentSpan();
    if (span == null) {
      return null;
    }
    var context = span.context();
    return Traceparent.of(
        context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
  }
}
