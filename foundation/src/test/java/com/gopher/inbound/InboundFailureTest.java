package com.gopher.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gopher.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.transaction.support.TransactionOperations;

/** What is logged of a batch that could not be settled. */
class InboundFailureTest {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final Logger logger = (Logger) LoggerFactory.getLogger(Inbound.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Answers answers = new Answers();
  private final MovableClock clock = new MovableClock();
  // Nothing is unreadable here, so there are no letters to send.
  private final Inbound inbound =
      new Inbound(
          null,
          new RetryBackoff(clock),
          new Counters(),
          new Positions(null, TransactionOperations.withoutTransaction(), new OffsetCommits()),
          new OffsetCommits());

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
  void aBugIsToldWithItsStackTraceOnceAndWithKeyAndTraceEachTime() {
    takeFailingWith(new NullPointerException("no depot"), "order-7");
    clock.move(Duration.ofMinutes(1));
    takeFailingWith(new NullPointerException("no depot"), "order-7");

    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("no depot", "order-7", TRACE));
    assertThat(logged.list.get(0).getThrowableProxy()).isNotNull();
    assertThat(logged.list.get(1).getThrowableProxy()).isNull();
    assertThat(answers.given).containsExactly("again", "again");
  }

  @Test
  void whatFailsAgainAndAgainIsALineAMinute() {
    for (int attempt = 0; attempt < 130; attempt++) {
      takeFailingWith(new QueryTimeoutException("the database is away"), "order-7");
      clock.move(Duration.ofSeconds(1));
    }

    assertThat(logged.list).hasSize(3);
    assertThat(answers.given).as("asked for again each time").hasSize(130);
  }

  @Test
  void anotherReasonAndANewFailureAreToldAtOnce() {
    takeFailingWith(new QueryTimeoutException("the database is away"), "order-7");
    takeFailingWith(new QueryTimeoutException("the disk is full"), "order-7");
    takeNothing();
    takeFailingWith(new QueryTimeoutException("the disk is full"), "order-7");

    assertThat(logged.list).hasSize(3);
  }

  /** Or it would be silent for as long as the clock was set back. */
  @Test
  void aClockThatIsSetBackDoesNotSilenceIt() {
    takeFailingWith(new QueryTimeoutException("the database is away"), "order-7");
    clock.move(Duration.ofHours(-1));
    takeFailingWith(new QueryTimeoutException("the database is away"), "order-7");

    assertThat(logged.list).hasSize(2);
  }

  @Test
  void aDatabaseThatIsAwayIsToldWithoutStackTrace() {
    takeFailingWith(new QueryTimeoutException("the database is away"), "order-7");

    assertThat(logged.list).hasSize(1);
    assertThat(logged.list.get(0).getThrowableProxy()).isNull();
  }

  @Test
  void aKeyCannotForgeALineOfTheLog() {
    takeFailingWith(new NullPointerException("no depot"), "order-7\n2026-01-01 all is well");

    assertThat(logged.list.get(0).getFormattedMessage()).doesNotContain("\n").contains("order-7?");
  }

  private void takeFailingWith(RuntimeException failure, String key) {
    var incoming = new ConsumerRecord<byte[], byte[]>("orders", 0, 0L, utf8(key), utf8("{}"));
    incoming.headers().add("traceparent", utf8(TRACE));
    inbound.take(
        List.of(incoming),
        answers,
        each -> each,
        batch -> {
          throw failure;
        });
  }

  private void takeNothing() {
    inbound.take(List.of(), answers, each -> each, batch -> 0);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class Answers implements Acknowledgment {

    private final List<String> given = new ArrayList<>();

    @Override
    public void acknowledge() {
      given.add("settled");
    }

    @Override
    public void nack(int index, Duration sleep) {
      given.add("again");
    }
  }
}
