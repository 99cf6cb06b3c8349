package com.gopher.inbound;

import com.gopher.Api;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Announces again what others may not have received; declared as a bean by an application that
 * announces something. Asked for, page by page, when Kafka has lost a topic: what was in it is
 * gone, and what its readers had not read yet they will never read.
 */
@Api
@FunctionalInterface
public interface Reannouncement {

  /**
   * Stores the records of the next of what is open, as it is now, to be sent like any others; in
   * one transaction, in the order of the ids, and locked, so that a change that comes in between is
   * announced behind. May be called again after it threw; readers go by the sequence.
   *
   * @param after the last one that was found; empty at first
   * @return the ids of those that were found, also of those that were closed before they could be
   *     locked; fewer than the limit if there are no more
   */
  List<UUID> announceAgain(Optional<UUID> after, int limit);
}
