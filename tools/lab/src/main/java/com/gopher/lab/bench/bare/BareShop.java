package com.gopher.lab.bench.bare;

import static com.gopher.lab.bench.bare.BareOrders.NOW;
import static com.gopher.lab.bench.bare.BareOrders.PRICE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The floor of the shop: the same database work, done by a program that does nothing else.
 *
 * <p>It has the shop's H2 and the shop's migrations, on a file with {@code WRITE_DELAY=0}. Prepared
 * statements, one connection a thread, no logins, no HTTP, no JSON. For each order it does what is
 * necessary until the last listener of the accepted order has finished: its statements, one commit
 * for the order, and one for each listener that writes. It answers {@code run SECONDS} with orders
 * per second and {@code fill ORDERS} with their number.
 */
public final class BareShop {

  private static final int THREADS = 8;
  private static final Pattern SCHEMA = Pattern.compile("CREATE TABLE (\\w+)\\.");

  private BareShop() {}

  /**
   * @param arguments the directory for the database, and the jar with the migrations; or a JDBC
   *     URL, user and the file with the password of an existing database
   */
  public static void main(String[] arguments) throws Exception {
    boolean existing = arguments.length == 3;
    String url = existing ? arguments[0] : Prepared.url(arguments[0]);
    String user = existing ? arguments[1] : "admin";
    String password = existing ? Files.readString(Path.of(arguments[2])) : "";
    try (var first = new Prepared(DriverManager.getConnection(url, user, password))) {
      if (!existing) {
        migrate(first, Path.of(arguments[1]));
      }
      UUID customer = UUID.randomUUID();
      first.update("insert-customer", customer, NOW);
      List<BareOrders> workers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        workers.add(
            new BareOrders(
                new Prepared(DriverManager.getConnection(url, user, password)), customer));
      }
      Questions.answer(
          words ->
              words[0].equals("fill")
                  ? fill(first, customer, Integer.parseInt(words[1]))
                  : run(workers, Double.parseDouble(words[1])));
    }
  }

  /** The modules' tables as the shop's own migrations make them. */
  private static void migrate(Prepared database, Path jar) throws SQLException, IOException {
    Set<String> schemas = new HashSet<>();
    for (String sql : Migrations.in(jar, "migration/\\w+|publications")) {
      Matcher tables = SCHEMA.matcher(sql);
      while (tables.find()) {
        if (schemas.add(tables.group(1))) {
          database.execute("CREATE SCHEMA " + tables.group(1));
        }
      }
      database.execute(sql);
    }
  }

  /**
   * Orders per second. A worker's failure ends all of it: threads that were left waiting for work
   * would keep the process alive, and who asked it would wait for ever.
   */
  static double run(List<BareOrders> workers, double seconds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long begin = System.nanoTime();
      long end = begin + (long) (seconds * 1e9);
      long orders = 0;
      for (Future<Long> done :
          threads.invokeAll(
              workers.stream().map(worker -> (Callable<Long>) () -> worker.until(end)).toList())) {
        orders += done.get();
      }
      return orders / ((System.nanoTime() - begin) / 1e9);
    } finally {
      threads.shutdown();
    }
  }

  /** Delivered and invoiced orders, as they lie in the tables after a long time. */
  private static int fill(Prepared database, UUID customer, int orders) throws SQLException {
    database.inTransactions(true);
    for (int number = 0; number < orders; number++) {
      UUID id =
          new UUID(
              (System.currentTimeMillis() - 1_000_000_000L + number) << 16 | 0x7000L,
              UUID.randomUUID().getLeastSignificantBits());
      String trackingNumber = BareOrders.trackingNumber(id);
      database.add("insert-order", id, customer, "DELIVERED", 3, PRICE, NOW);
      database.add("insert-line", id, 0, PRICE);
      database.add("insert-line", id, 1, PRICE);
      database.add("insert-invoice", BareOrders.newId(), id, PRICE, NOW, id);
      database.add("insert-delivered-shipment", id, trackingNumber);
      int sequence = 1;
      for (String status : List.of("PREPARING", "SHIPPED", "DELIVERED")) {
        database.add("insert-history", id, status, sequence++, NOW);
      }
      database.add("insert-parcel", id, trackingNumber, "DELIVERED", 3, NOW);
      if (number % 1_000 == 999 || number == orders - 1) {
        database.executeBatches();
        database.commit();
      }
    }
    database.inTransactions(false);
    return orders;
  }
}
