package com.gotracker.shipping;

import java.util.Collection;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores each change of a shipment, and with it that of the order in the shop's table. */
@Primary
@Repository
class SharedShipments extends Shipments {

  private final SharedOrders orders;

  SharedShipments(JdbcTemplate jdbc, SharedOrders orders) {
    super(jdbc);
    this.orders = orders;
  }

  @Override
  void change(Collection<Shipment> shipments) {
    super.change(shipments);
    orders.follow(shipments);
  }
}
