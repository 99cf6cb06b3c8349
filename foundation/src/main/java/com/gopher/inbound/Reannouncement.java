package com.gopher.inbound;

import com.gopher.Api;

/**
 * Announces again what others may not have received; declared as a bean by an application that
 * announces something. Asked for when Kafka has lost a topic: what was in it is gone, and what its
 * readers had not read yet they will never read.
 */
@Api
@FunctionalInterface
public interface Reannouncement {

  /**
   * Stores the records of all that is open, as it is now, to be sent like any others. May be called
   * at any time and again after it threw; readers go by the sequence.
   *
   * @return how many
   */
  long announceAgain();
}
