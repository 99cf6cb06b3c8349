package com.gotracker.shipping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The stored parcels that others decide about, in a table of their own: nothing that moves, counts
 * or announces shipments comes across them. Joins whatever transaction its caller has opened.
 */
@Repository
class FollowedParcels {

  static final String BETWEEN =
      """
      SELECT order_id, tracking_number, status, order_sequence, status_at
      FROM tracker.followed_parcel
      WHERE order_id > ?
      AND order_id <= ?
      ORDER BY order_id
      LIMIT ?
      """;

  private final JdbcTemplate jdbc;

  FollowedParcels(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<FollowedParcel> find(UUID orderId) {
    return jdbc
        .query(
            """
            SELECT order_id, tracking_number, status, order_sequence, status_at
            FROM tracker.followed_parcel
            WHERE order_id = ?
            """,
            FollowedParcels::parcel,
            orderId)
        .stream()
        .findFirst();
  }

  /** Of the orders behind the first id, up to the second, in the order of their ids. */
  List<FollowedParcel> between(UUID after, UUID to, int limit) {
    return jdbc.query(BETWEEN, FollowedParcels::parcel, after, to, limit);
  }

  /**
   * Locks those of these orders that are known until the transaction ends.
   *
   * @return the sequence that is known of each
   */
  Map<UUID, Long> lock(Collection<UUID> orderIds) {
    Map<UUID, Long> sequences = new HashMap<>();
    jdbc.query(
        """
        SELECT order_id, order_sequence
        FROM tracker.followed_parcel
        WHERE order_id = ANY(?)
        ORDER BY order_id
        FOR UPDATE
        """,
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("uuid", orderIds.toArray())),
        row -> {
          sequences.put(row.getObject("order_id", UUID.class), row.getLong("order_sequence"));
        });
    return sequences;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another transaction stored one of them
   *     just now
   */
  void add(Collection<FollowedParcel> parcels) {
    jdbc.batchUpdate(
        """
        INSERT INTO tracker.followed_parcel
          (status, order_sequence, status_at, order_id, decider, tracking_number)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        parcels,
        parcels.size() + 1,
        (statement, parcel) -> {
          setState(statement, parcel);
          statement.setString(5, FollowedParcel.DECIDER);
          statement.setString(6, parcel.trackingNumber());
        });
  }

  /** Stores parcels that are locked. */
  void change(Collection<FollowedParcel> parcels) {
    jdbc.batchUpdate(
        """
        UPDATE tracker.followed_parcel
        SET status = ?, order_sequence = ?, status_at = ?
        WHERE order_id = ?
        """,
        parcels,
        parcels.size() + 1,
        FollowedParcels::setState);
  }

  private static void setState(PreparedStatement statement, FollowedParcel parcel)
      throws SQLException {
    statement.setString(1, parcel.status().name());
    statement.setLong(2, parcel.orderSequence());
    statement.setObject(3, parcel.statusAt().atOffset(ZoneOffset.UTC));
    statement.setObject(4, parcel.orderId());
  }

  private static FollowedParcel parcel(ResultSet row, int number) throws SQLException {
    return new FollowedParcel(
        row.getObject("order_id", UUID.class),
        row.getString("tracking_number"),
        OrderStatus.valueOf(row.getString("status")),
        row.getLong("order_sequence"),
        row.getObject("status_at", OffsetDateTime.class).toInstant());
  }
}
