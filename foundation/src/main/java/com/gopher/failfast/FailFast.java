package com.gopher.failfast;

import com.gopher.Api;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;

/**
 * Ends the process when a part of it that works by itself has met an {@link Error}. Otherwise the
 * process would live on, look healthy, and do only the rest of its work.
 */
@Api
public final class FailFast {

  private static final Logger LOG = LoggerFactory.getLogger(FailFast.class);

  private final ApplicationContext application;
  private final ProcessEnd end;

  FailFast(ApplicationContext application, ProcessEnd end) {
    this.application = application;
    this.end = end;
  }

  /**
   * Returns at once.
   *
   * @param what who met what, for the log
   */
  public void end(String what) {
    LOG.error("{}: ending the process so that it can be started afresh", what);
    AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
    end.now(ProcessEnd.AFTER_AN_ERROR);
  }

  /** Returns at once. */
  public void end(String who, Error error) {
    LOG.error("{} met an error", who, error);
    end(who + " met " + error);
  }
}
