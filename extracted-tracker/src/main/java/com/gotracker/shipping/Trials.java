package com.gotracker.shipping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The stored trials, in a table of their own: what announces and counts shipments does not come
 * across them. Joins whatever transaction its caller has opened.
 */
@Repository
class Trials {

  private static final String SELECT =
      """
      SELECT order_id, status, order_sequence, prepared_at, shipped_at, delivered_at, cancelled_at,
             cancellation_heard_at, due_at
      FROM tracker.trial
      """;

  private final JdbcTemplate jdbc;

  Trials(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The next ones behind this order, in the order of their ids. */
  List<Trial> page(UUID after, int limit) {
    return jdbc.query(
        SELECT
            + """
            WHERE order_id > ?
            ORDER BY order_id
            LIMIT ?
            """,
        Trials::trial,
        after,
        limit);
  }

  /** Locks the trials of these orders until the transaction ends; unknown orders are missing. */
  List<Trial> lock(Collection<UUID> orderIds) {
    return jdbc.query(
        SELECT + "WHERE order_id = ANY(?)\nORDER BY order_id\nFOR UPDATE",
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("uuid", orderIds.toArray())),
        Trials::trial);
  }

  /** Locks the trials that are due; what another clock has locked is left to it. */
  List<Trial> lockDue(ShipmentStatus status, Instant now, int limit) {
    return jdbc.query(
        SELECT
            + """
            WHERE status = ?
            AND due_at <= ?
            ORDER BY due_at
            LIMIT ?
            FOR UPDATE SKIP LOCKED
            """,
        Trials::trial,
        status.name(),
        now.atOffset(ZoneOffset.UTC),
        limit);
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another transaction stored one of them
   *     just now
   */
  void add(Collection<Trial> trials) {
    jdbc.batchUpdate(
        """
        INSERT INTO tracker.trial
          (status, order_sequence, prepared_at, shipped_at, delivered_at, cancelled_at,
           cancellation_heard_at, due_at, order_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        trials,
        trials.size() + 1,
        Trials::setState);
  }

  /** Stores trials that are locked. */
  void change(Collection<Trial> trials) {
    jdbc.batchUpdate(
        """
        UPDATE tracker.trial
        SET status = ?, order_sequence = ?, prepared_at = ?, shipped_at = ?, delivered_at = ?,
            cancelled_at = ?, cancellation_heard_at = ?, due_at = ?
        WHERE order_id = ?
        """,
        trials,
        trials.size() + 1,
        Trials::setState);
  }

  private static void setState(PreparedStatement statement, Trial trial) throws SQLException {
    Shipment shipment = trial.shipment();
    statement.setString(1, shipment.status().name());
    statement.setLong(2, shipment.orderSequence());
    setTime(statement, 3, shipment.preparedAt());
    setTime(statement, 4, shipment.shippedAt());
    setTime(statement, 5, shipment.deliveredAt());
    setTime(statement, 6, shipment.cancelledAt());
    setTime(statement, 7, trial.cancellationHeardAt());
    setTime(statement, 8, shipment.dueAt());
    statement.setObject(9, shipment.orderId());
  }

  private static void setTime(PreparedStatement statement, int position, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(position, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(position, time.atOffset(ZoneOffset.UTC));
    }
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Trial trial(ResultSet row, int number) throws SQLException {
    UUID orderId = row.getObject("order_id", UUID.class);
    return new Trial(
        new Shipment(
            orderId,
            TrackingNumber.of(orderId),
            ShipmentStatus.valueOf(row.getString("status")),
            row.getLong("order_sequence"),
            time(row, "prepared_at"),
            time(row, "shipped_at"),
            time(row, "delivered_at"),
            time(row, "cancelled_at"),
            time(row, "due_at")),
        time(row, "cancellation_heard_at"));
  }
}
