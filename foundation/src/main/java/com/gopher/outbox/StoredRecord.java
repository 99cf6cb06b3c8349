package com.gopher.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in the outbox.
 *
 * @param id its place in the order of its key; says nothing about records of other keys
 * @param traceparent the trace of the request that caused it, in the form of W3C Trace Context
 */
record StoredRecord(long id, OutboundRecord content, @Nullable String traceparent) {

  /** Order is kept among the records that share this, and no others. */
  record Line(String topic, String key) {}

  Line line() {
    return new Line(content.topic(), content.key());
  }
}
