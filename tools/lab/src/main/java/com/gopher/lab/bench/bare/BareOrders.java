package com.gopher.lab.bench.bare;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** One connection, and the database's work for one order after another. */
final class BareOrders {

  static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);
  static final BigDecimal PRICE = new BigDecimal("24.90");

  /** As long as the shop's own events are. */
  private static final String EVENT = "x".repeat(600);

  private static final long RANDOM_BITS = (1L << 50) - 1;

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

  /** One commit for the order, and one for each listener that writes. */
  private void placeOne() throws SQLException {
    UUID id = newId();
    String trackingNumber = trackingNumber(id);
    read("find-products", "GS-1001", "GS-1002");
    read("find-customer", customer);
    database.update("insert-order", id, customer, "PLACED", 1, PRICE, NOW);
    database.add("insert-line", id, 0, PRICE);
    database.add("insert-line", id, 1, PRICE);
    UUID forBilling = publish("billing.order-placed");
    UUID forDelivery = publish("delivery.order-placed");
    database.executeBatches();
    database.commit();

    read("find-customer", customer);
    database.update("insert-invoice", newId(), id, PRICE, NOW, id);
    complete(forBilling);

    database.update("prepare-shipment", id, trackingNumber, NOW.plusHours(1), id);
    UUID forTracking = publish("tracking.shipment");
    database.executeBatches();
    complete(forDelivery);

    database.update("note-preparing", id, NOW, id);
    database.update("move-parcel", NOW, id);
    database.update("insert-parcel", id, trackingNumber, "PREPARING", 1, NOW);
    complete(forTracking);
  }

  private void read(String query, Object... values) throws SQLException {
    database.query(first -> {}, query, values);
  }

  private UUID publish(String listener) throws SQLException {
    UUID id = UUID.randomUUID();
    database.add("publish", id, listener, NOW, EVENT);
    return id;
  }

  /** What the listener wrote and that it has finished, in one transaction. */
  private void complete(UUID publication) throws SQLException {
    database.update("complete-publication", publication);
    database.commit();
  }

  /** Ascending like the shop's own (UUIDv7): random ones would be slower to insert. */
  static UUID newId() {
    return new UUID(
        System.currentTimeMillis() << 16 | 0x7000L | (System.nanoTime() & 0xfff),
        UUID.randomUUID().getLeastSignificantBits());
  }

  /** As shop and tracker derive it. */
  static String trackingNumber(UUID id) {
    String digits =
        Long.toString(id.getLeastSignificantBits() & RANDOM_BITS, Character.MAX_RADIX)
            .toUpperCase(Locale.ROOT);
    return "GT-" + "0".repeat(10 - digits.length()) + digits;
  }
}
