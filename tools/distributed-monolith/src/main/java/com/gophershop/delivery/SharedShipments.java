package com.gophershop.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The shipments where the shipping process keeps them, in its table: what the shop's own code does
 * to a shipment when it cancels it, by other statements.
 */
@Primary
@Repository
class SharedShipments extends Shipments {

  private final JdbcClient jdbc;
  private final Clock clock;

  SharedShipments(JdbcClient jdbc, Clock clock) {
    super(jdbc);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Only the mark of a cancellation comes here: what is prepared is stored over there. */
  @Override
  boolean add(Shipment shipment, @Nullable Instant due) {
    int added =
        jdbc.sql(
                """
                INSERT INTO tracker.shipment
                  (order_id, tracking_number, status, order_sequence, cancelled_at, due_at)
                SELECT :orderId, :trackingNumber, :status, :version, :now,
                       CAST(:due AS TIMESTAMP WITH TIME ZONE)
                WHERE NOT EXISTS (
                  SELECT 1
                  FROM tracker.shipment
                  WHERE order_id = :orderId)
                """)
            .param("orderId", shipment.orderId())
            .param("trackingNumber", shipment.trackingNumber())
            .param("status", shipment.status().name())
            .param("version", shipment.version())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
            .update();
    return added == 1;
  }

  @Override
  Optional<Shipment> findForUpdate(UUID orderId) {
    return jdbc.sql(
            """
            SELECT order_id, tracking_number, status
            FROM tracker.shipment
            WHERE order_id = :orderId
            FOR UPDATE
            """)
        .param("orderId", orderId)
        .query(SharedShipments::shipment)
        .optional();
  }

  @Override
  void cancel(Shipment cancelled) {
    jdbc.sql(
            """
            UPDATE tracker.shipment
            SET status = 'CANCELLED', cancelled_at = :now, due_at = NULL
            WHERE order_id = :orderId
            AND status = 'PREPARING'
            """)
        .param("orderId", cancelled.orderId())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Each state is passed at most once, so it says how many changes came before. */
  private static Shipment shipment(ResultSet row, int number) throws SQLException {
    ShipmentStatus status = ShipmentStatus.valueOf(row.getString("status"));
    long version =
        switch (status) {
          case PREPARING -> 1;
          case SHIPPED, CANCELLED -> 2;
          case DELIVERED -> 3;
        };
    return new Shipment(
        row.getObject("order_id", UUID.class), row.getString("tracking_number"), status, version);
  }
}
