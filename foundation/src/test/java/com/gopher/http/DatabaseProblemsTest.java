package com.gopher.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.UncategorizedSQLException;

/** What a client is answered when the database fails. */
class DatabaseProblemsTest {

  private static final UncategorizedSQLException CLOSED =
      new UncategorizedSQLException(
          "insert", null, new SQLException("The database has been closed", "90098", 90098));

  private final Logger logger = (Logger) LoggerFactory.getLogger(Problems.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Problems problems = new Problems("shop");

  @BeforeEach
  void listen() {
    logged.start();
    // An application that another test of this JVM has started may have said otherwise.
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
  void aDatabaseThatCannotWriteIsWorthAnotherTry() {
    var answer = problems.failed(CLOSED);

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
  }

  /** The control. */
  @Test
  void aMistakeOfOursIsNot() {
    assertThat(problems.failed(new DuplicateKeyException("twice")).getStatusCode().value())
        .isEqualTo(500);
  }

  @Test
  void aThousandRefusalsInARowAreOneLine() {
    for (int i = 0; i < 1_000; i++) {
      problems.failed(CLOSED);
    }

    assertThat(logged.list).hasSize(1);
  }
}
