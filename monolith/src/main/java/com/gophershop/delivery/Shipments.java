package com.gophershop.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored shipments. Joins whatever transaction its caller has opened. */
@Repository
class Shipments {

  private final JdbcClient jdbc;

  Shipments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores the shipment unless its order has one.
   *
   * @param due when the clock is to move it, null for never
   * @return whether it was stored
   * @throws org.springframework.dao.DuplicateKeyException if another transaction stores one just
   *     now
   */
  boolean add(Shipment shipment, @Nullable Instant due) {
    int added =
        jdbc.sql(
                """
                INSERT INTO delivery.shipment (order_id, tracking_number, status, version, due_at)
                SELECT :orderId, :trackingNumber, :status, :version,
                       CAST(:due AS TIMESTAMP WITH TIME ZONE)
                WHERE NOT EXISTS (
                  SELECT 1
                  FROM delivery.shipment
                  WHERE order_id = :orderId)
                """)
            .param("orderId", shipment.orderId())
            .param("trackingNumber", shipment.trackingNumber())
            .param("status", shipment.status().name())
            .param("version", shipment.version())
            .param("due", due == null ? null : utc(due))
            .update();
    return added == 1;
  }

  /** Locks the shipment until the transaction ends. */
  Optional<Shipment> findForUpdate(UUID orderId) {
    return jdbc.sql(
            """
            SELECT order_id, tracking_number, status, version
            FROM delivery.shipment
            WHERE order_id = :orderId
            FOR UPDATE
            """)
        .param("orderId", orderId)
        .query(Shipments::shipment)
        .optional();
  }

  /** Stores a cancellation; the clock never moves the shipment again. */
  void cancel(Shipment cancelled) {
    jdbc.sql(
            """
            UPDATE delivery.shipment
            SET status = 'CANCELLED', version = :version, due_at = NULL
            WHERE order_id = :orderId
            AND version = :version - 1
            """)
        .param("orderId", cancelled.orderId())
        .param("version", cancelled.version())
        .update();
  }

  /** Locks the shipments that are due; what another clock has locked is left to it. */
  List<UUID> lockDue(ShipmentStatus status, Instant now, int limit) {
    return jdbc.sql(
            """
            SELECT order_id
            FROM delivery.shipment
            WHERE due_at <= :now
            AND status = :status
            ORDER BY due_at
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """)
        .param("now", utc(now))
        .param("status", status.name())
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /**
   * Moves locked shipments on, all at once.
   *
   * @param due when the clock is to move them again, null for never
   */
  List<Shipment> move(List<UUID> orderIds, ShipmentStatus next, @Nullable Instant due) {
    jdbc.sql(
            """
            UPDATE delivery.shipment
            SET status = :next, version = version + 1,
                due_at = CAST(:due AS TIMESTAMP WITH TIME ZONE)
            WHERE order_id IN (:orderIds)
            """)
        .param("next", next.name())
        .param("due", due == null ? null : utc(due))
        .param("orderIds", orderIds)
        .update();
    return jdbc.sql(
            """
            SELECT order_id, tracking_number, status, version
            FROM delivery.shipment
            WHERE order_id IN (:orderIds)
            """)
        .param("orderIds", orderIds)
        .query(Shipments::shipment)
        .list();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static Shipment shipment(ResultSet row, int number) throws SQLException {
    return new Shipment(
        row.getObject("order_id", UUID.class),
        row.getString("tracking_number"),
        ShipmentStatus.valueOf(row.getString("status")),
        row.getLong("version"));
  }
}
