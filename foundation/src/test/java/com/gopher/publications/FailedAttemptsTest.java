package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gopher.MovableClock;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
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

    new FailedAttempts(Clock.systemUTC())
        .handleUncaughtException(bug, listener(), new Parcel("order-7"));

    assertThat(theOnlyLine().getFormattedMessage()).contains("no depot", "order-7");
    assertThat(theOnlyLine().getThrowableProxy()).isNotNull();
  }

  @Test
  void aDatabaseThatIsAwayIsToldInOneLine() throws Exception {
    var away = new QueryTimeoutException("the database is away\nSELECT 1");

    new FailedAttempts(Clock.systemUTC())
        .handleUncaughtException(away, listener(), new Parcel("order-7"));

    assertThat(theOnlyLine().getFormattedMessage())
        .contains("the database is away", "order-7")
        .doesNotContain("SELECT 1");
    assertThat(theOnlyLine().getThrowableProxy()).isNull();
  }

  @Test
  void whatFailsAgainAndAgainIsALineAMinuteThatSaysHowOften() throws Exception {
    var away = new QueryTimeoutException("the database is away");
    var clock = new MovableClock();
    var attempts = new FailedAttempts(clock);

    for (int second = 0; second < 70; second++) {
      attempts.handleUncaughtException(away, listener(), new Parcel("order-" + second));
      clock.move(Duration.ofSeconds(1));
    }

    assertThat(ours()).hasSize(2);
    assertThat(ours().get(1).getFormattedMessage())
        .contains("order-60", "59 more since the last such line");
  }

  @Test
  void anotherFailureOfTheSameListenerIsToldAtOnce() throws Exception {
    var attempts = new FailedAttempts(new MovableClock());

    attempts.handleUncaughtException(new NullPointerException("no depot"), listener());
    attempts.handleUncaughtException(new QueryTimeoutException("away"), listener());

    assertThat(ours()).hasSize(2);
  }

  /** Of ours: another test's application may still be alive and fail beside this one. */
  private List<ILoggingEvent> ours() {
    return List.copyOf(logged.list).stream()
        .filter(line -> line.getFormattedMessage().contains("FailedAttemptsTest.listener"))
        .toList();
  }

  private ILoggingEvent theOnlyLine() {
    assertThat(ours()).hasSize(1);
    return ours().get(0);
  }

  private static Method listener() throws NoSuchMethodException {
    return FailedAttemptsTest.class.getDeclaredMethod("listener");
  }

  private record Parcel(String orderId) {}
}
