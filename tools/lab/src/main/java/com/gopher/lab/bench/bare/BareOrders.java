package com.gopher.lab.bench.bare;

import static com.gopher.lab.bench.bare.ShopSql.NOW;
import static com.gopher.lab.bench.bare.ShopSql.PRICE;

import java.sql.SQLException;
import java.util.UUID;

/** One connection, and the database's work for one order after another. */
final class BareOrders {

  /** As long as the shop's own events are. */
  private static final String EVENT = "x".repeat(600);

  private final Prepared database;
  private final UUID customer;

  BareOrders(Prepared database, UUID customer) throws SQLException {
    this.database = database;
    this.customer = customer;
    database.inTransactions(true);
  }

  /** Returns how many were placed. */
  long until(long endNanos) throws SQLException {
    long orders = 0;
    while (System.nanoTime() < endNanos) {
      placeOne();
      orders++;
    }
    return orders;
  }

  private void placeOne() throws SQLException {
    UUID id = ShopSql.newId();
    String trackingNumber = ShopSql.trackingNumber(id);
    read(ShopSql.FIND_PRODUCTS, "GS-1001", "GS-1002");
    read(ShopSql.FIND_CUSTOMER, customer);
    database.update(ShopSql.INSERT_ORDER, id, customer, "PLACED", 1, PRICE, NOW);
    database.add(ShopSql.INSERT_LINE, id, 0, PRICE);
    database.add(ShopSql.INSERT_LINE, id, 1, PRICE);
    database.executeBatches();
    UUID forBilling = publish("billing.order-placed");
    UUID forDelivery = publish("delivery.order-placed");
    database.commit();

    inOneTransaction(ShopSql.PROCESSING, forBilling);
    read(ShopSql.FIND_CUSTOMER, customer);
    inOneTransaction(ShopSql.INSERT_INVOICE, ShopSql.newId(), id, PRICE, NOW, id);
    inOneTransaction(ShopSql.COMPLETED, forBilling);

    inOneTransaction(ShopSql.PROCESSING, forDelivery);
    database.update(ShopSql.PREPARE_SHIPMENT, id, trackingNumber, NOW.plusHours(1), id);
    UUID forTracking = publish("tracking.shipment");
    database.commit();
    inOneTransaction(ShopSql.COMPLETED, forDelivery);

    inOneTransaction(ShopSql.PROCESSING, forTracking);
    database.update(ShopSql.NOTE_PREPARING, id, NOW, id);
    database.update(ShopSql.MOVE_PARCEL, NOW, id);
    database.update(ShopSql.INSERT_PARCEL, id, trackingNumber, "PREPARING", 1, NOW);
    database.commit();
    inOneTransaction(ShopSql.COMPLETED, forTracking);
  }

  private void read(String query, Object... values) throws SQLException {
    database.query(first -> {}, query, values);
    database.commit();
  }

  private UUID publish(String listener) throws SQLException {
    UUID id = UUID.randomUUID();
    database.update(ShopSql.PUBLISH, id, listener, NOW, EVENT);
    return id;
  }

  /** The registry's own steps are transactions of their own. */
  private void inOneTransaction(String sql, Object... values) throws SQLException {
    database.update(sql, values);
    database.commit();
  }
}
