package com.gotracker.road;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.stereotype.Component;

/**
 * Ends the process when a listener has stopped for good, as it does on any {@link Error}. Otherwise
 * it would live on, look healthy, and hear nothing.
 */
@Component
class LastResort {

  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  /** "An internal software error has been detected", BSD's sysexits.h. */
  private static final int EXIT_STATUS = 70;

  private final ApplicationContext application;
  private final ProcessEnd end;

  LastResort(ApplicationContext application, ProcessEnd end) {
    this.application = application;
    this.end = end;
  }

  @EventListener
  void on(ConsumerStoppedEvent event) {
    if (event.getReason() == ConsumerStoppedEvent.Reason.NORMAL) {
      return;
    }
    LOG.error(
        "The listener stopped for good ({}): ending the process so that it can be started afresh",
        event.getReason());
    AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
    end.now(EXIT_STATUS);
  }
}
