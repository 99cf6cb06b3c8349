package com.gopher.outbox;

import com.gopher.Api;
import org.jspecify.annotations.Nullable;

/**
 * How the externalized events of one type become records. The application declares one bean for
 * each type; a sealed interface above several events makes one enough for all of them.
 *
 * @param <E> the type of the events
 */
@Api
public interface Outbound<E> {

  /** The type of events this bean maps, sub-types included. */
  Class<E> eventType();

  /**
   * The record for the given event. What this throws is thrown to the publisher and ends its
   * transaction.
   */
  OutboundRecord record(E event);

  /**
   * The trace of the request that caused the event, as a W3C {@code traceparent}; null, the
   * default, if the thread that publishes it works for that request. A value that is no traceparent
   * is left out of the record.
   */
  default @Nullable String traceparent(E event) {
    return null;
  }
}
