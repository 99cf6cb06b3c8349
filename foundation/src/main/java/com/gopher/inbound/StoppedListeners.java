package com.gopher.inbound;

import com.gopher.failfast.FailFast;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/** Notices a listener that has stopped for good, as it does on any {@link Error}. */
final class StoppedListeners {

  private final FailFast failFast;

  StoppedListeners(FailFast failFast) {
    this.failFast = failFast;
  }

  @EventListener
  void on(ConsumerStoppedEvent event) {
    if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
      failFast.end("A listener stopped for good (" + event.getReason() + ")");
    }
  }
}
