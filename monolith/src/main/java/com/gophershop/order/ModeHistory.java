package com.gophershop.order;

import com.gophershop.DeliveryMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored changes of the mode. Joins whatever transaction {@link DeliveryModes} has opened. */
@Repository
class ModeHistory {

  private final JdbcClient jdbc;

  ModeHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ModeChange> latest() {
    return newest(1).stream().findFirst();
  }

  /** Newest first. */
  List<ModeChange> newest(int rows) {
    return jdbc.sql(
            """
            SELECT number, changed_at, from_mode, to_mode, changed_by, reason
            FROM orders.mode_change
            ORDER BY number DESC
            LIMIT :rows
            """)
        .param("rows", rows)
        .query(ModeHistory::change)
        .list();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another change bears this number
   */
  void add(ModeChange change) {
    jdbc.sql(
            """
            INSERT INTO orders.mode_change
              (number, changed_at, from_mode, to_mode, changed_by, reason)
            VALUES (:number, :at, :from, :to, :by, :reason)
            """)
        .param("number", change.number())
        .param("at", change.at().atOffset(ZoneOffset.UTC))
        .param("from", code(change.from()))
        .param("to", change.to().code())
        .param("by", change.by())
        .param("reason", change.reason())
        .update();
  }

  private static @Nullable String code(@Nullable DeliveryMode mode) {
    return mode == null ? null : mode.code();
  }

  private static ModeChange change(ResultSet row, int number) throws SQLException {
    String from = row.getString("from_mode");
    return new ModeChange(
        row.getInt("number"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        from == null ? null : DeliveryMode.of(from),
        DeliveryMode.of(row.getString("to_mode")),
        row.getString("changed_by"),
        row.getString("reason"));
  }
}
