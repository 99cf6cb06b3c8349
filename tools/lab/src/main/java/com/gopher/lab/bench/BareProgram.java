package com.gopher.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The floor: the same database work as the shop's, done by a program that does nothing else.
 *
 * <p>Runs in a JVM of its own with the shop's H2 and the shop's migrations on its class path, on a
 * file with {@code WRITE_DELAY=0}. Prepared statements, one connection a thread, no logins, no
 * HTTP, no JSON. For each order it executes every statement and commit that the shop executes until
 * the last listener of the accepted order has finished. It reads {@code run SECONDS} or {@code fill
 * ORDERS} from its standard input and answers each with one line.
 */
public final class BareProgram {

  private static final int THREADS = 8;
  private static final Pattern SCHEMA = Pattern.compile("CREATE TABLE (\\w+)\\.");
  private static final Pattern MIGRATION =
      Pattern.compile("(BOOT-INF/classes/)?db/migration/\\w+/V\\w+\\.sql");
  private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

  /** As long as the shop's own events are. */
  private static final String EVENT = "x".repeat(600);

  private BareProgram() {}

  /**
   * @param arguments the directory for the database, and the jar with the migrations; or a JDBC
   *     URL, user and password of an existing database
   */
  public static void main(String[] arguments) throws Exception {
    boolean existing = arguments.length == 3;
    String url =
        existing
            ? arguments[0]
            : "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(Path.of(arguments[0]).resolve("bare"));
    String user = existing ? arguments[1] : "admin";
    String password = existing ? arguments[2] : "";
    try (Connection first = DriverManager.getConnection(url, user, password)) {
      if (!existing) {
        migrate(first, Path.of(arguments[1]));
      }
      UUID customer = customer(first);
      List<Worker> workers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        workers.add(new Worker(DriverManager.getConnection(url, user, password), customer));
      }
      System.out.println("ready");
      var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] words = line.split(" ");
        System.out.println(
            words[0].equals("fill")
                ? fill(first, customer, Integer.parseInt(words[1]))
                : run(workers, Double.parseDouble(words[1])));
      }
    }
  }

  private static double run(List<Worker> workers, double seconds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    long orders = 0;
    for (Future<Long> done :
        threads.invokeAll(
            workers.stream().map(worker -> (Callable<Long>) () -> worker.work(end)).toList())) {
      orders += done.get();
    }
    threads.shutdown();
    return orders / ((System.nanoTime() - begin) / 1e9);
  }

  /** The modules' tables as the shop's own migrations make them. */
  private static void migrate(Connection connection, Path jar) throws SQLException, IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        var statement = connection.createStatement()) {
      Set<String> schemas = new LinkedHashSet<>();
      for (String name :
          zip.stream()
              .map(entry -> entry.getName())
              .filter(MIGRATION.asMatchPredicate())
              .sorted()
              .toList()) {
        String sql;
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
          sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher tables = SCHEMA.matcher(sql);
        while (tables.find()) {
          if (schemas.add(tables.group(1))) {
            statement.execute("CREATE SCHEMA " + tables.group(1));
          }
        }
        statement.execute(sql);
      }
    }
  }

  private static UUID customer(Connection connection) throws SQLException {
    UUID id = UUID.randomUUID();
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO customers.customer
              (id, name, email, street, postal_code, city, country, registered_at)
            VALUES (?, 'Ada Gopher', 'ada@gopher.example', 'Burrow Lane 7', '10115', 'Berlin', 'Germany', ?)
            """)) {
      insert.setObject(1, id);
      insert.setObject(2, NOW);
      insert.executeUpdate();
    }
    return id;
  }

  /** Delivered and invoiced orders, as they lie in the tables after a long time. */
  private static int fill(Connection connection, UUID customer, int orders) throws SQLException {
    connection.setAutoCommit(false);
    try (var order = connection.prepareStatement(Sql.ORDER);
        var line = connection.prepareStatement(Sql.LINE);
        var invoice = connection.prepareStatement(Sql.INVOICE);
        var shipment =
            connection.prepareStatement(
                "INSERT INTO delivery.shipment (order_id, tracking_number, status, version, due_at) VALUES (?, ?, 'DELIVERED', 3, NULL)");
        var history =
            connection.prepareStatement(
                "INSERT INTO tracking.parcel_history (order_id, status, sequence, at) VALUES (?, ?, ?, ?)");
        var parcel = connection.prepareStatement(Sql.PARCEL)) {
      for (int number = 0; number < orders; number++) {
        UUID id =
            new UUID(
                (System.currentTimeMillis() - 1_000_000_000L + number) << 16 | 0x7000L,
                UUID.randomUUID().getLeastSignificantBits());
        Sql.order(order, id, customer, "DELIVERED", 3);
        order.addBatch();
        for (int position = 0; position < 2; position++) {
          Sql.line(line, id, position);
          line.addBatch();
        }
        Sql.invoice(invoice, id);
        invoice.addBatch();
        shipment.setObject(1, id);
        shipment.setString(2, Sql.trackingNumber(id));
        shipment.addBatch();
        int sequence = 1;
        for (String status : List.of("PREPARING", "SHIPPED", "DELIVERED")) {
          history.setObject(1, id);
          history.setString(2, status);
          history.setInt(3, sequence++);
          history.setObject(4, NOW);
          history.addBatch();
        }
        Sql.parcel(parcel, id, "DELIVERED", 3);
        parcel.addBatch();
        if (number % 1_000 == 999 || number == orders - 1) {
          for (var batch : List.of(order, line, invoice, shipment, history, parcel)) {
            batch.executeBatch();
          }
          connection.commit();
        }
      }
    }
    connection.setAutoCommit(true);
    return orders;
  }

  /** One connection, its prepared statements, and the work of one order after another. */
  private static final class Worker {

    private final Connection connection;
    private final UUID customer;
    private final PreparedStatement products;
    private final PreparedStatement findCustomer;
    private final PreparedStatement order;
    private final PreparedStatement line;
    private final PreparedStatement publication;
    private final PreparedStatement processing;
    private final PreparedStatement completed;
    private final PreparedStatement invoice;
    private final PreparedStatement shipment;
    private final PreparedStatement history;
    private final PreparedStatement move;
    private final PreparedStatement parcel;

    Worker(Connection connection, UUID customer) throws SQLException {
      this.connection = connection;
      this.customer = customer;
      connection.setAutoCommit(false);
      products =
          connection.prepareStatement(
              "SELECT sku, title, price_amount, price_currency FROM catalog.product WHERE sku IN (?, ?)");
      findCustomer =
          connection.prepareStatement(
              "SELECT id, name, email, street, postal_code, city, country FROM customers.customer WHERE id = ?");
      order = connection.prepareStatement(Sql.ORDER);
      line = connection.prepareStatement(Sql.LINE);
      publication =
          connection.prepareStatement(
              """
              INSERT INTO events.event_publication
                (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts,
                 last_resubmission_date)
              VALUES (?, 'com.gophershop.order.OrderPlaced', ?, ?, ?, 'PUBLISHED', 1, NULL)
              """);
      processing =
          connection.prepareStatement(
              "UPDATE events.event_publication SET status = 'PROCESSING' WHERE id = ? AND status != 'PROCESSING'");
      completed = connection.prepareStatement("DELETE FROM events.event_publication WHERE id = ?");
      invoice = connection.prepareStatement(Sql.INVOICE);
      shipment =
          connection.prepareStatement(
              """
              INSERT INTO delivery.shipment (order_id, tracking_number, status, version, due_at)
              SELECT ?, ?, 'PREPARING', 1, ?
              WHERE NOT EXISTS (SELECT 1 FROM delivery.shipment WHERE order_id = ?)
              """);
      history =
          connection.prepareStatement(
              """
              INSERT INTO tracking.parcel_history (order_id, sequence, status, at)
              SELECT ?, 1, 'PREPARING', ?
              WHERE NOT EXISTS (SELECT 1 FROM tracking.parcel_history WHERE order_id = ? AND status = 'PREPARING')
              """);
      move =
          connection.prepareStatement(
              """
              UPDATE tracking.parcel
              SET status = CASE WHEN sequence < 1 THEN 'PREPARING' ELSE status END,
                  sequence = CASE WHEN sequence < 1 THEN 1 ELSE sequence END, as_of = ?
              WHERE order_id = ?
              """);
      parcel = connection.prepareStatement(Sql.PARCEL);
    }

    long work(long end) throws SQLException {
      long orders = 0;
      while (System.nanoTime() < end) {
        oneOrder();
        orders++;
      }
      return orders;
    }

    private void oneOrder() throws SQLException {
      UUID id = Sql.newId();
      readProducts();
      readCustomer();
      Sql.order(order, id, customer, "PLACED", 1);
      order.executeUpdate();
      for (int position = 0; position < 2; position++) {
        Sql.line(line, id, position);
        line.addBatch();
      }
      line.executeBatch();
      UUID forBilling = publish("billing.order-placed");
      UUID forDelivery = publish("delivery.order-placed");
      connection.commit();

      on(forBilling, processing);
      readCustomer();
      Sql.invoice(invoice, id);
      invoice.executeUpdate();
      connection.commit();
      on(forBilling, completed);

      on(forDelivery, processing);
      shipment.setObject(1, id);
      shipment.setString(2, Sql.trackingNumber(id));
      shipment.setObject(3, NOW.plusHours(1));
      shipment.setObject(4, id);
      shipment.executeUpdate();
      UUID forTracking = publish("tracking.shipment");
      connection.commit();
      on(forDelivery, completed);

      on(forTracking, processing);
      history.setObject(1, id);
      history.setObject(2, NOW);
      history.setObject(3, id);
      history.executeUpdate();
      move.setObject(1, NOW);
      move.setObject(2, id);
      move.executeUpdate();
      Sql.parcel(parcel, id, "PREPARING", 1);
      parcel.executeUpdate();
      connection.commit();
      on(forTracking, completed);
    }

    private void readProducts() throws SQLException {
      products.setString(1, "GS-1001");
      products.setString(2, "GS-1002");
      read(products);
    }

    private void readCustomer() throws SQLException {
      findCustomer.setObject(1, customer);
      read(findCustomer);
    }

    private void read(PreparedStatement query) throws SQLException {
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          rows.getString(2);
        }
      }
      connection.commit();
    }

    private UUID publish(String listener) throws SQLException {
      UUID id = UUID.randomUUID();
      publication.setObject(1, id);
      publication.setString(2, listener);
      publication.setObject(3, NOW);
      publication.setString(4, EVENT);
      publication.executeUpdate();
      return id;
    }

    /** The registry's own steps are transactions of their own. */
    private void on(UUID publicationId, PreparedStatement step) throws SQLException {
      step.setObject(1, publicationId);
      step.executeUpdate();
      connection.commit();
    }
  }

  /** The statements that both the single orders and the filling use. */
  private static final class Sql {

    static final String ORDER =
        """
        INSERT INTO orders.purchase_order
          (id, customer_id, decider, status, version, total_amount, total_currency, placed_at, idempotency_key,
           request_digest)
        VALUES (?, ?, 'shop', ?, ?, ?, 'EUR', ?, NULL, NULL)
        """;

    static final String LINE =
        """
        INSERT INTO orders.order_line (order_id, position, sku, title, quantity, unit_amount, unit_currency)
        VALUES (?, ?, 'GS-1001', 'The Tunnel Architect', 1, ?, 'EUR')
        """;

    static final String INVOICE =
        """
        INSERT INTO billing.invoice
          (id, order_id, customer_name, street, postal_code, city, country, total_amount, total_currency, issued_at)
        SELECT ?, ?, 'Ada Gopher', 'Burrow Lane 7', '10115', 'Berlin', 'Germany', ?, 'EUR', ?
        WHERE NOT EXISTS (SELECT 1 FROM billing.invoice WHERE order_id = ?)
        """;

    static final String PARCEL =
        """
        INSERT INTO tracking.parcel (order_id, tracking_number, status, sequence, as_of)
        VALUES (?, ?, ?, ?, ?)
        """;

    private static final BigDecimal PRICE = new BigDecimal("24.90");

    private Sql() {}

    /** Ascending like the shop's own (UUIDv7): random ones would be slower to insert. */
    static UUID newId() {
      UUID random = UUID.randomUUID();
      return new UUID(
          System.currentTimeMillis() << 16 | 0x7000L | (System.nanoTime() & 0xfff),
          random.getLeastSignificantBits());
    }

    static String trackingNumber(UUID id) {
      return "GT-" + id.toString().substring(24);
    }

    static void order(PreparedStatement insert, UUID id, UUID customer, String status, int version)
        throws SQLException {
      insert.setObject(1, id);
      insert.setObject(2, customer);
      insert.setString(3, status);
      insert.setInt(4, version);
      insert.setBigDecimal(5, PRICE);
      insert.setObject(6, NOW);
    }

    static void line(PreparedStatement insert, UUID id, int position) throws SQLException {
      insert.setObject(1, id);
      insert.setInt(2, position);
      insert.setBigDecimal(3, PRICE);
    }

    static void invoice(PreparedStatement insert, UUID id) throws SQLException {
      insert.setObject(1, newId());
      insert.setObject(2, id);
      insert.setBigDecimal(3, PRICE);
      insert.setObject(4, NOW);
      insert.setObject(5, id);
    }

    static void parcel(PreparedStatement insert, UUID id, String status, int sequence)
        throws SQLException {
      insert.setObject(1, id);
      insert.setString(2, trackingNumber(id));
      insert.setString(3, status);
      insert.setInt(4, sequence);
      insert.setObject(5, NOW);
    }
  }
}
