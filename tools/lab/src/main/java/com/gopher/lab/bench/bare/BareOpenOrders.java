package com.gopher.lab.bench.bare;

import static com.gopher.lab.bench.bare.BareOrders.NOW;
import static com.gopher.lab.bench.bare.BareOrders.PRICE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Fills a shop's or a tracker's tables with open orders, each with the same ids: their parcels are
 * prepared, and both know it. It answers {@code shop ORDERS} and {@code tracker ORDERS} with their
 * number.
 */
public final class BareOpenOrders {

  private static final int AT_ONCE = 1_000;
  private static final long HOURS_UNTIL_DUE = 1;

  private BareOpenOrders() {}

  /**
   * @param arguments a JDBC URL, user and the file with the password of an existing database
   */
  public static void main(String[] arguments) throws Exception {
    String password = Files.readString(Path.of(arguments[2]));
    try (var database =
        new Prepared(DriverManager.getConnection(arguments[0], arguments[1], password))) {
      Questions.answer(
          words -> {
            int orders = Integer.parseInt(words[1]);
            if (words[0].equals("shop")) {
              fillShop(database, orders);
            } else {
              fillTracker(database, orders);
            }
            return orders;
          });
    }
  }

  private static void fillShop(Prepared database, int orders) throws SQLException {
    UUID customer = UUID.randomUUID();
    database.update("insert-customer", customer, NOW);
    database.inTransactions(true);
    for (int number = 0; number < orders; number++) {
      UUID id = id(number);
      database.add("insert-order-of-the-tracker", id, customer, PRICE, NOW);
      database.add("insert-line", id, 0, PRICE);
      database.add("insert-history", id, "PREPARING", 1, NOW);
      database.add("insert-parcel", id, BareOrders.trackingNumber(id), "PREPARING", 1, NOW);
      storeSome(database, number, orders);
    }
    database.inTransactions(false);
  }

  private static void fillTracker(Prepared database, int orders) throws SQLException {
    database.inTransactions(true);
    for (int number = 0; number < orders; number++) {
      UUID id = id(number);
      database.add(
          "insert-shipment",
          id,
          BareOrders.trackingNumber(id),
          NOW,
          NOW.plusHours(HOURS_UNTIL_DUE));
      storeSome(database, number, orders);
    }
    database.inTransactions(false);
  }

  private static void storeSome(Prepared database, int number, int orders) throws SQLException {
    if (number % AT_ONCE == AT_ONCE - 1 || number == orders - 1) {
      database.executeBatches();
      database.commit();
    }
  }

  /** The same in both programs, and growing as ids of orders do. */
  private static UUID id(int number) {
    return new UUID((1_700_000_000_000L + number) << 16 | 0x7000L, 0x8000_0000_0000_0000L | number);
  }
}
