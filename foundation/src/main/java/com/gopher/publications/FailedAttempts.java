package com.gopher.publications;

import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Logs each attempt of a listener that failed, and on what. A database that is away or slow is
 * logged in one line; anything else is a bug, and the search for it needs its stack trace.
 */
class FailedAttempts implements AsyncUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger("com.gopher.publications.Listeners");

  /** Long enough for the ids that an event begins with. */
  private static final int MOST_OF_AN_EVENT = 120;

  @Override
  public void handleUncaughtException(Throwable failure, Method listener, Object... events) {
    String place = listener.getDeclaringClass().getSimpleName() + "." + listener.getName();
    String event = events.length == 0 ? "" : abbreviated(String.valueOf(events[0]));
    if (failure instanceof DataAccessException || failure instanceof TransactionException) {
      LOG.warn("{} failed and will be retried: {} ({})", place, oneLine(failure), event);
    } else {
      LOG.warn("{} failed and will be retried: {} ({})", place, failure, event, failure);
    }
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
