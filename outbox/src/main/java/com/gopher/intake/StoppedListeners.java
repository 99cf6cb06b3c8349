package com.gopher.intake;

import com.gopher.lastresort.LastResort;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/** Notices a listener that has stopped for good, as it does on any {@link Error}. */
final class StoppedListeners {

  private final LastResort lastResort;

  StoppedListeners(LastResort lastResort) {
    this.lastResort = lastResort;
  }

  @EventListener
  void on(ConsumerStoppedEvent event) {
    if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
      lastResort.end("A listener stopped for good (" + event.getReason() + ")");
    }
  }
}
