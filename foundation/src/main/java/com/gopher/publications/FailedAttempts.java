package com.gopher.publications;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Logs on what an attempt of a listener failed. A database that is away or slow is logged in one
 * line; anything else is a bug, and the search for it needs its stack trace. Where thousands of
 * events wait for a database that is away, each would say the same: one listener that fails in one
 * way gets a line a minute, which says how often it was.
 */
class FailedAttempts implements AsyncUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger("com.gopher.publications.Listeners");

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Ways to fail that are remembered; of more, the one that was last said longest ago is not. */
  private static final int MOST_WAYS = 100;

  /** Long enough for the ids that an event begins with. */
  private static final int MOST_OF_AN_EVENT = 120;

  private final Clock clock;
  private final Map<Way, Said> said = new LinkedHashMap<>();

  FailedAttempts(Clock clock) {
    this.clock = clock;
  }

  /** A listener, and what it failed with. */
  private record Way(String listener, Class<?> failure) {}

  /**
   * When a way to fail was last said.
   *
   * @param unsaid how often it happened since
   */
  private record Said(Instant at, int unsaid) {}

  @Override
  public void handleUncaughtException(Throwable failure, Method listener, Object... events) {
    String place = listener.getDeclaringClass().getSimpleName() + "." + listener.getName();
    int unsaid = unsaidIfDue(new Way(place, failure.getClass()));
    if (unsaid < 0) {
      return;
    }
    String event = events.length == 0 ? "" : abbreviated(String.valueOf(events[0]));
    String others = unsaid == 0 ? "" : "; " + unsaid + " more since the last such line";
    if (failure instanceof DataAccessException || failure instanceof TransactionException) {
      LOG.warn("{} failed and will be retried: {} ({}){}", place, oneLine(failure), event, others);
    } else {
      LOG.warn("{} failed and will be retried: {} ({}){}", place, failure, event, others, failure);
    }
  }

  /** How often it happened since it was last said; -1 if that was within the last minute. */
  private synchronized int unsaidIfDue(Way way) {
    Instant now = clock.instant();
    Said before = said.get(way);
    if (before != null && !isOver(before.at(), now)) {
      said.put(way, new Said(before.at(), before.unsaid() + 1));
      return -1;
    }
    said.remove(way);
    if (said.size() == MOST_WAYS) {
      said.remove(said.keySet().iterator().next());
    }
    said.put(way, new Said(now, 0));
    return before == null ? 0 : before.unsaid();
  }

  /** Also if a clock was set back since. */
  private static boolean isOver(Instant since, Instant now) {
    return now.isBefore(since) || !now.isBefore(since.plus(PAUSE));
  }

  private static String abbreviated(String event) {
    return event.length() <= MOST_OF_AN_EVENT
        ? event
        : event.substring(0, MOST_OF_AN_EVENT) + "...";
  }

  /** What the database said, without the statement, which the other message repeats in full. */
  private static String oneLine(Throwable failure) {
    return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage())
        .lines()
        .findFirst()
        .orElse("");
  }
}
