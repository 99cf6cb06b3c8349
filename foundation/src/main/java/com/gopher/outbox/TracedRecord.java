package com.gopher.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A record on its way into the outbox.
 *
 * @param traceparent the trace of the request that caused it, in the form of W3C Trace Context
 */
record TracedRecord(OutboundRecord content, @Nullable String traceparent) {}
