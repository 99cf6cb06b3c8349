package com.gophershop.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What shop and tracker compare of an order, and no more of it: many are read while customers place
 * theirs.
 */
record ComparedOrder(UUID id, Decider decider, OrderStatus status, long version) {

  static ComparedOrder of(ResultSet row, int number) throws SQLException {
    return new ComparedOrder(
        row.getObject("id", UUID.class),
        Decider.of(row.getString("decider")),
        OrderStatus.valueOf(row.getString("status")),
        row.getLong("version"));
  }
}
