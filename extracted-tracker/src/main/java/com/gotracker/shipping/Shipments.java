package com.gotracker.shipping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The stored shipments. Joins whatever transaction its caller has opened. Each method is one
 * statement for any number of shipments, because a backlog is drained as fast as these run.
 */
@Repository
class Shipments {

  private static final String SELECT =
      """
      SELECT order_id, tracking_number, status, order_sequence, prepared_at, shipped_at,
             delivered_at, cancelled_at, due_at
      FROM tracker.shipment
      """;

  static final String BETWEEN =
      SELECT
          + """
          WHERE order_id > ?
          AND order_id <= ?
          ORDER BY order_id
          LIMIT ?
          """;

  /** Comes before every other id. */
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcTemplate jdbc;

  Shipments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Shipment> find(UUID orderId) {
    return jdbc.query(SELECT + "WHERE order_id = ?", Shipments::shipment, orderId).stream()
        .findFirst();
  }

  /**
   * The sequences of these orders' shipments; unknown orders are missing. A join and not {@code =
   * ANY}, for which H2 holds each row that it finds against all the ids once more: five times as
   * slow for a thousand.
   */
  Map<UUID, Long> sequences(Collection<UUID> orderIds) {
    Map<UUID, Long> sequences = new HashMap<>();
    jdbc.query(
        """
        SELECT shipment.order_id, shipment.status
        FROM UNNEST(CAST(? AS UUID ARRAY)) AS asked (order_id)
        JOIN tracker.shipment ON shipment.order_id = asked.order_id
        """,
        statement -> statement.setArray(1, array(statement, orderIds)),
        row -> {
          sequences.put(
              row.getObject("order_id", UUID.class),
              ShipmentStatus.valueOf(row.getString("status")).sequence());
        });
    return sequences;
  }

  /** Of the orders behind the first id, up to the second, in the order of their ids. */
  List<Shipment> between(UUID after, UUID to, int limit) {
    return jdbc.query(BETWEEN, Shipments::shipment, after, to, limit);
  }

  /** Locks the shipments of these orders until the transaction ends; unknown orders are missing. */
  List<Shipment> lock(Collection<UUID> orderIds) {
    return jdbc.query(
        SELECT + "WHERE order_id = ANY(?)\nORDER BY order_id\nFOR UPDATE",
        statement -> statement.setArray(1, array(statement, orderIds)),
        Shipments::shipment);
  }

  /** Locks the shipments that are due; what another clock has locked is left to it. */
  List<Shipment> lockDue(ShipmentStatus status, Instant now, int limit) {
    return jdbc.query(
        SELECT
            + """
            WHERE status = ?
            AND due_at <= ?
            ORDER BY due_at
            LIMIT ?
            FOR UPDATE SKIP LOCKED
            """,
        Shipments::shipment,
        status.name(),
        utc(now),
        limit);
  }

  /**
   * Of the orders whose shipments are neither delivered nor cancelled, in the order of their ids.
   * It locks nothing: H2 would lock all that the search finds, beyond its LIMIT.
   */
  List<UUID> open(@Nullable UUID after, int limit) {
    return jdbc.queryForList(
        """
        SELECT order_id
        FROM tracker.shipment
        WHERE order_id > ?
        AND status IN ('PREPARING', 'SHIPPED')
        ORDER BY order_id
        LIMIT ?
        """,
        UUID.class,
        after == null ? FIRST : after,
        limit);
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another transaction stored one of them
   *     just now
   */
  void add(Collection<Shipment> shipments) {
    jdbc.batchUpdate(
        """
        INSERT INTO tracker.shipment
          (status, order_sequence, prepared_at, shipped_at, delivered_at, cancelled_at, due_at,
           tracking_number, order_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        shipments,
        shipments.size() + 1,
        (statement, shipment) -> {
          setState(statement, shipment);
          statement.setString(8, shipment.trackingNumber());
          statement.setObject(9, shipment.orderId());
        });
  }

  /** Stores shipments that are locked. */
  void change(Collection<Shipment> shipments) {
    jdbc.batchUpdate(
        """
        UPDATE tracker.shipment
        SET status = ?, order_sequence = ?, prepared_at = ?, shipped_at = ?, delivered_at = ?,
            cancelled_at = ?, due_at = ?
        WHERE order_id = ?
        """,
        shipments,
        shipments.size() + 1,
        (statement, shipment) -> {
          setState(statement, shipment);
          statement.setObject(8, shipment.orderId());
        });
  }

  private static void setState(PreparedStatement statement, Shipment shipment) throws SQLException {
    statement.setString(1, shipment.status().name());
    statement.setLong(2, shipment.orderSequence());
    setTime(statement, 3, shipment.preparedAt());
    setTime(statement, 4, shipment.shippedAt());
    setTime(statement, 5, shipment.deliveredAt());
    setTime(statement, 6, shipment.cancelledAt());
    setTime(statement, 7, shipment.dueAt());
  }

  private static void setTime(PreparedStatement statement, int position, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(position, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(position, utc(time));
    }
  }

  private static java.sql.Array array(PreparedStatement statement, Collection<UUID> ids)
      throws SQLException {
    return statement.getConnection().createArrayOf("uuid", ids.toArray());
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Shipment shipment(ResultSet row, int number) throws SQLException {
    return new Shipment(
        row.getObject("order_id", UUID.class),
        row.getString("tracking_number"),
        ShipmentStatus.valueOf(row.getString("status")),
        row.getLong("order_sequence"),
        time(row, "prepared_at"),
        time(row, "shipped_at"),
        time(row, "delivered_at"),
        time(row, "cancelled_at"),
        time(row, "due_at"));
  }
}
