package com.gopher.outbox;

import com.gopher.Api;

/**
 * How much waits to be sent: for who could store much at once, and had better wait until it is
 * less. There only if the outbox is.
 */
@Api
@FunctionalInterface
public interface OutboxSize {

  /** Records that have not reached Kafka; counted up to the limit, so that asking stays cheap. */
  long upTo(int limit);
}
