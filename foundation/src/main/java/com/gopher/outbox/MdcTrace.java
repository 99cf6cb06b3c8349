package com.gopher.outbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The trace found in the logging context, for applications without a tracer: a whole {@code
 * traceparent}, or the {@code traceId} and {@code spanId} that log patterns use. Only a valid one
 * is passed on.
 */
final class MdcTrace implements CurrentTrace {

  @Override
  public @Nullable String parent() {
    var whole = MDC.get("traceparent");
    return whole == null
        ? Traceparent.of(MDC.get("traceId"), MDC.get("spanId"), false)
        : Traceparent.valid(whole);
  }
}
