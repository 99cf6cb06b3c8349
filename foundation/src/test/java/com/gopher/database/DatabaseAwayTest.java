package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

  static Stream<SQLException> away() {
    return Stream.of(
        new SQLException("The database has been closed", "90098", 90098),
        new SQLException("Database may be already in use", "90020", 90020),
        new SQLException("General error", "HY000", 50000, new IOException("No space left")),
        new SQLException("could not extend file: No space left on device", "53100"),
        new SQLException("terminating connection due to administrator command", "57P01"),
        new SQLException("This connection has been closed.", "08003"));
  }

  @ParameterizedTest
  @MethodSource
  void away(SQLException e) {
    assertThat(DatabaseAway.isCauseOf(new DataAccessResourceFailureException("failed", e)))
        .isTrue();
    assertThat(DatabaseAway.isCauseOf(new TransactionSystemException("failed", e))).isTrue();
  }

  /** The control: mistakes stay mistakes. */
  @Test
  void aMistakeInWhatWasAskedIsNone() {
    assertThat(
            DatabaseAway.isCauseOf(
                new SQLIntegrityConstraintViolationException("twice", "23505", 23505)))
        .isFalse();
    assertThat(DatabaseAway.isCauseOf(new SQLException("no such table", "42S02", 42102))).isFalse();
    assertThat(DatabaseAway.isCauseOf(new IOException("No space left on device"))).isFalse();
  }
}
