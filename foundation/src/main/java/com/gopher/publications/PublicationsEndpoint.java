package com.gopher.publications;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/publications}: what is unfinished, and a way to retry it without waiting. */
@Endpoint(id = "publications")
class PublicationsEndpoint {

  private static final int MOST_LISTED = 100;

  private final PublicationQueue queue;
  private final Clock clock;

  PublicationsEndpoint(PublicationQueue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @ReadOperation
  Unfinished unfinished() {
    return new Unfinished(queue.size(), queue.oldest(MOST_LISTED));
  }

  /** Makes all that waits for a later attempt due; it is attempted within a second. */
  @WriteOperation
  Map<String, Integer> retry() {
    return Map.of("retried", queue.requeueAll(clock.instant()));
  }

  record Unfinished(long total, List<UnfinishedPublication> items) {}
}
