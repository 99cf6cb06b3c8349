package com.gopher.publications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events that cannot be read out of the way of the others: they wait for another attempt,
 * with growing pauses like all that fails, because the version that can read them may come back.
 * The reasons are found out anew by each process, at its start.
 */
final class UnreadableEvents {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableEvents.class);

  private final PublicationQueue queue;
  private final Readability readability;
  private final Map<UUID, String> reasons = new ConcurrentHashMap<>();

  UnreadableEvents(PublicationQueue queue, Readability readability) {
    this.queue = queue;
    this.readability = readability;
  }

  /** Why the event cannot be read; null if it can, as far as is known. */
  @Nullable String reason(UUID id) {
    return reasons.get(id);
  }

  int number() {
    return reasons.size();
  }

  void forget(UUID id) {
    reasons.remove(id);
  }

  /**
   * Returns when the oldest of what is due can all be read.
   *
   * @param batch how many are handed out at once
   */
  void setAside(Instant now, int batch) {
    while (anyIsSetAside(queue.oldestDue(batch), now)) {
      // Others have come to be the oldest.
    }
  }

  private boolean anyIsSetAside(List<StoredEvent> due, Instant now) {
    List<StoredEvent> unreadable = new ArrayList<>();
    List<StoredEvent> notKnownBefore = new ArrayList<>();
    for (StoredEvent stored : due) {
      Optional<String> obstacle = readability.obstacle(stored);
      if (obstacle.isEmpty()) {
        reasons.remove(stored.id());
      } else {
        unreadable.add(stored);
        if (reasons.put(stored.id(), obstacle.get()) == null) {
          notKnownBefore.add(stored);
        }
      }
    }
    queue.postpone(unreadable, now, RetryPause.DEFAULT);
    if (!notKnownBefore.isEmpty()) {
      StoredEvent first = notKnownBefore.get(0);
      LOG.warn(
          "{} event publications cannot be given to their listeners; they stay stored and are tried again. The first is {} for {}: {}",
          notKnownBefore.size(),
          first.id(),
          first.listener(),
          reasons.get(first.id()));
    }
    return !unreadable.isEmpty();
  }
}
