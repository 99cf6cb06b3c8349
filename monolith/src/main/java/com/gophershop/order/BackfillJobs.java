package com.gophershop.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row of the backfill. Joins whatever transaction {@link Backfill} has opened. */
@Repository
class BackfillJobs {

  private static final String SELECT =
      """
      SELECT state, rate, last_id, found, done, next_at, changed_at
      FROM orders.backfill
      WHERE id = 1
      """;

  private final JdbcClient jdbc;

  BackfillJobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  BackfillJob read() {
    return jdbc.sql(SELECT).query(BackfillJobs::job).single();
  }

  /** Until the transaction ends no other shop works on it. */
  BackfillJob lock() {
    return jdbc.sql(SELECT + "FOR UPDATE").query(BackfillJobs::job).single();
  }

  /** Stores the job, which is locked. */
  void store(BackfillJob job) {
    jdbc.sql(
            """
            UPDATE orders.backfill
            SET state = :state, rate = :rate, last_id = :last, found = :found, done = :done,
                next_at = :nextAt, changed_at = :changedAt
            WHERE id = 1
            """)
        .param("state", job.state().name())
        .param("rate", job.rate())
        .param("last", job.last())
        .param("found", job.found())
        .param("done", job.done())
        .param("nextAt", job.nextAt().atOffset(ZoneOffset.UTC))
        .param("changedAt", job.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static BackfillJob job(ResultSet row, int number) throws SQLException {
    return new BackfillJob(
        BackfillJob.State.valueOf(row.getString("state")),
        row.getInt("rate"),
        row.getObject("last_id", UUID.class),
        row.getLong("found"),
        row.getLong("done"),
        row.getObject("next_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
