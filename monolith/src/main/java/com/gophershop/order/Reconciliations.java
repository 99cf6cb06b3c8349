package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last comparison of shop and tracker. In the database, so that a shop that starts again, or a
 * second one, knows of it: a cutover asks for it.
 */
@Service
@ConditionalOnMessaging
class Reconciliations {

  private final JdbcClient jdbc;
  private final Clock clock;

  Reconciliations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Reconciliation latest() {
    return read();
  }

  @Transactional
  public Reconciliation note(long compared, long differences, long pending) {
    Instant now = clock.instant();
    boolean isClean = differences == 0 && pending == 0;
    jdbc.sql(
            """
            UPDATE orders.reconciliation
            SET ended_at = :now, compared = :compared, differences = :differences,
                pending = :pending, clean_at = CASE WHEN :clean = 1 THEN :now ELSE clean_at END
            WHERE id = 1
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("compared", compared)
        .param("differences", differences)
        .param("pending", pending)
        .param("clean", isClean ? 1 : 0)
        .update();
    return read();
  }

  private Reconciliation read() {
    return jdbc.sql(
            """
            SELECT ended_at, compared, differences, pending, clean_at
            FROM orders.reconciliation
            WHERE id = 1
            """)
        .query(
            (row, number) ->
                new Reconciliation(
                    time(row, "ended_at"),
                    row.getLong("compared"),
                    row.getLong("differences"),
                    row.getLong("pending"),
                    time(row, "clean_at")))
        .single();
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
