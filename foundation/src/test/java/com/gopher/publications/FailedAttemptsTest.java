package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;

class FailedAttemptsTest {

  private final Logger logger =
      (Logger) LoggerFactory.getLogger("com.gopher.publications.Listeners");
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    logger.setLevel(Level.WARN);
    logger.setAdditive(false);
    logger.addAppender(logged);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(logged);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void aBugIsToldWithItsStackTraceAndTheEventItFailedOn() throws Exception {
    var bug = new NullPointerException("no depot");

    new FailedAttempts().handleUncaughtException(bug, listener(), new Parcel("order-7"));

    assertThat(theOnlyLine().getFormattedMessage()).contains("no depot", "order-7");
    assertThat(theOnlyLine().getThrowableProxy()).isNotNull();
  }

  @Test
  void aDatabaseThatIsAwayIsToldInOneLine() throws Exception {
    var away = new QueryTimeoutException("the database is away\nSELECT 1");

    new FailedAttempts().handleUncaughtException(away, listener(), new Parcel("order-7"));

    assertThat(theOnlyLine().getFormattedMessage())
        .contains("the database is away", "order-7")
        .doesNotContain("SELECT 1");
    assertThat(theOnlyLine().getThrowableProxy()).isNull();
  }

  /** Of ours: another test's application may still be alive and fail beside this one. */
  private ILoggingEvent theOnlyLine() {
    List<ILoggingEvent> ours =
        List.copyOf(logged.list).stream()
            .filter(line -> line.getFormattedMessage().contains("FailedAttemptsTest.listener"))
            .toList();
    assertThat(ours).hasSize(1);
    return ours.get(0);
  }

  private static Method listener() throws NoSuchMethodException {
    return FailedAttemptsTest.class.getDeclaredMethod("listener");
  }

  private record Parcel(String orderId) {}
}
