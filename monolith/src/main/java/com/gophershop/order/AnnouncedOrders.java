package com.gophershop.order;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Up to which version orders were announced. Joins the transaction that announces them. No index
 * serves the comparison of the two versions: every change of an order would have to write it. So
 * the search goes on where it was, and reads each row once.
 */
@Repository
class AnnouncedOrders {

  static final String BEHIND =
      """
      SELECT id
      FROM orders.purchase_order
      WHERE id > :after
      AND announced < version
      ORDER BY id
      LIMIT :rows
      """;

  /** Apart from the search: H2 locks all that a search finds, beyond its LIMIT. */
  static final String LOCK =
      """
      SELECT id
      FROM orders.purchase_order
      WHERE id IN (:ids)
      AND announced < version
      ORDER BY id
      FOR UPDATE
      """;

  static final String COUNT_BEHIND =
      """
      SELECT COUNT(*)
      FROM orders.purchase_order
      WHERE id > :after
      AND announced < version
      """;

  static final String NOTE =
      """
      UPDATE orders.purchase_order
      SET announced = ?
      WHERE id = ?
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  AnnouncedOrders(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The next orders whose present version was not announced, the oldest first. */
  List<UUID> behind(UUID after, int rows) {
    return jdbc.sql(BEHIND).param("after", after).param("rows", rows).query(UUID.class).list();
  }

  /** Locks those of these orders whose present version was not announced since. */
  List<UUID> lock(List<UUID> ids) {
    return jdbc.sql(LOCK).param("ids", ids).query(UUID.class).list();
  }

  /** How many there are behind this one; reads all of them. */
  long countBehind(UUID after) {
    return jdbc.sql(COUNT_BEHIND).param("after", after).query(Long.class).single();
  }

  /** These orders, which are locked, are announced as they are. */
  void note(List<Order> locked) {
    batches.batchUpdate(
        NOTE,
        locked.stream().map(order -> new Object[] {order.version(), order.id().value()}).toList());
  }
}
