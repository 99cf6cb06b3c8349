package com.gotracker.shipping;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The shop's orders in the shop's table. */
@Repository
class SharedOrders {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  SharedOrders(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** As far as shipping is concerned: that it is being cancelled the shop settles by itself. */
  Optional<OrderUpdate> find(UUID orderId) {
    return jdbc
        .query(
            """
            SELECT CASE WHEN status = 'CANCELLING' THEN 'PLACED' ELSE status END AS status, version
            FROM orders.purchase_order
            WHERE id = ?
            """,
            (row, number) ->
                new OrderUpdate(
                    orderId,
                    row.getLong("version"),
                    OrderStatus.valueOf(row.getString("status")),
                    clock.instant(),
                    false,
                    null),
            orderId)
        .stream()
        .findFirst();
  }

  /**
   * Lets orders follow their shipments, in the same transaction. A cancelled one is left out: the
   * shop cancelled it and follows by itself, with a credit note.
   */
  void follow(Collection<Shipment> shipments) {
    var moved =
        shipments.stream()
            .filter(
                shipment ->
                    shipment.status() == ShipmentStatus.SHIPPED
                        || shipment.status() == ShipmentStatus.DELIVERED)
            .map(
                shipment ->
                    new Object[] {
                      shipment.status().name(), shipment.orderId(), shipment.status().name()
                    })
            .toList();
    if (!moved.isEmpty()) {
      jdbc.batchUpdate(
          """
          UPDATE orders.purchase_order
          SET status = ?, version = version + 1
          WHERE id = ?
          AND status NOT IN ('DELIVERED', 'CANCELLED', ?)
          """,
          moved);
    }
  }
}
