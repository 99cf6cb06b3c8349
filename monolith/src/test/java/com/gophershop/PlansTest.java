package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * No statement that the shop runs for its customers or by itself reads through a table that grows.
 *
 * <p>The statements are not copied here: the shop's database writes down what it is asked while the
 * shop does everything it can do once, and the plans of these are read in databases with the same
 * tables and thousands of rows.
 */
@ShopTest
@DisabledIfSystemProperty(
    named = FreshDatabase.WHICH,
    matches = FreshDatabase.POSTGRES,
    disabledReason = "H2 writes the statements down; their plans on PostgreSQL are read as well")
@TestInstance(Lifecycle.PER_CLASS)
class PlansTest {
  private static final int ROWS = 5_000;

  private static final List<String> MIGRATIONS =
      List.of(
          "db/migration/customer/V1__customers.sql",
          "db/migration/order/V1__orders.sql",
          "db/migration/order/V2__the_mode_of_delivery.sql",
          "db/migration/order/V3__what_was_announced.sql",
          "db/migration/order/V5__orders_on_trial.sql",
          "db/migration/billing/V1__invoices.sql",
          "db/migration/delivery/V1__shipments.sql",
          "db/migration/tracking/V1__parcels.sql",
          "db/publications/V1__event_publication_registry.sql",
          "db/publications/V101__finished_publication.sql");

  private static final Pattern TABLE_THAT_GROWS =
      Pattern.compile("(?i)\\b(orders|billing|delivery|tracking|customers|events)\\.\\w+");

  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  private List<String> statements = List.of();

  @BeforeEach
  void writeDownWhatTheShopAsks() {
    if (statements.isEmpty()) {
      statements = statementsOf(this::everythingTheShopDoes);
    }
  }

  @Test
  void theStatementsThatMatterWereWrittenDown() {
    assertThat(statements)
        .anyMatch(it -> it.contains("WHERE idempotency_key ="))
        .anyMatch(it -> it.contains("customer_id =") && it.contains("ORDER BY"))
        .anyMatch(it -> it.contains("due_at <=") && it.contains("FOR UPDATE"))
        .anyMatch(it -> it.contains("i.order_id ="))
        .anyMatch(it -> it.contains("FROM tracking.parcel"))
        .anyMatch(it -> it.contains(".finished_publication (id) VALUES"))
        .anyMatch(it -> it.contains(".event_publication WHERE id ="))
        .anyMatch(it -> it.contains("next_attempt_at <="))
        .anyMatch(it -> it.contains("WHERE status = 'FAILED'"));
  }

  @Test
  void h2UsesAnIndexForEveryStatement() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID())) {
      JdbcTemplate jdbc = filled(connection, "SELECT x, RANDOM_UUID() FROM SYSTEM_RANGE(1, %d)");

      assertThat(statements)
          .filteredOn(sql -> !isSearchForFailedPublications(sql))
          .allSatisfy(sql -> assertThat(h2Plan(connection, sql)).doesNotContain(".tableScan"));
      assertThat(h2Plan(connection, "SELECT * FROM billing.invoice WHERE customer_name = ?"))
          .as("a plan without an index shows")
          .contains(".tableScan");
      assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM orders.purchase_order", Integer.class))
          .isEqualTo(ROWS);
    }
  }

  @Test
  @Tag("seconds")
  void postgresUsesAnIndexForEveryStatement() throws SQLException, IOException {
    try (var postgres = EmbeddedPostgres.start();
        var connection = postgres.getPostgresDatabase().getConnection()) {
      JdbcTemplate jdbc =
          filled(connection, "SELECT x, gen_random_uuid() FROM generate_series(1, %d) AS x");
      jdbc.execute("ANALYZE");
      // The plan for any value, as the shop's prepared statements get it.
      jdbc.execute("SET plan_cache_mode = force_generic_plan");

      assertThat(statements)
          .allSatisfy(sql -> assertThat(postgresPlan(jdbc, sql)).doesNotContain("Seq Scan"));
      assertThat(postgresPlan(jdbc, "SELECT * FROM billing.invoice WHERE customer_name = ?"))
          .as("a plan without an index shows")
          .contains("Seq Scan");
    }
  }

  private void everythingTheShopDoes() {
    String customer = shop.newCustomer();
    String body = ShopClient.orderOf(customer, "GS-1001", 1);
    String key = UUID.randomUUID().toString();
    String order = shop.post("/api/orders", body, "Idempotency-Key", key).is(201).text("/id");
    shop.post("/api/orders", body, "Idempotency-Key", key).is(200);
    shop.post("/api/orders", body).is(201);
    shop.awaitTracking(order, "PREPARING");
    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "SHIPPED");
    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "DELIVERED");

    String cancelled = shop.newOrderInPreparation();
    shop.cancel(cancelled).is(202);
    shop.awaitOrder(cancelled, "CANCELLED");
    shop.newOrder();

    shop.get("/api/customers/" + customer).is(200);
    Stream.of("/api/orders", "/api/orders?customerId=" + customer, "/api/invoices")
        .forEach(this::readTwoPages);
    shop.get("/api/invoices?orderId=" + order).is(200);
    // Once a second the shop looks for what has to be tried again.
    ShopClient.eventually(
        this::statementsSoFar,
        sql -> sql.stream().anyMatch(it -> it.contains("next_attempt_at <=")));
    // Until what is finished is removed as well.
    ShopClient.eventually(() -> database.rowsIn("events.event_publication"), rows -> rows == 0);
  }

  private void readTwoPages(String list) {
    String limited = list + (list.contains("?") ? "&" : "?") + "limit=1";
    Answer first = shop.get(limited).is(200);
    shop.get(limited + "&after=" + first.text("/next")).is(200);
  }

  private List<String> statementsOf(Runnable work) {
    JdbcTemplate administrator = database.asAdministrator();
    administrator.execute("SET QUERY_STATISTICS_MAX_ENTRIES 1000");
    administrator.execute("SET QUERY_STATISTICS TRUE");
    try {
      work.run();
      return statementsSoFar();
    } finally {
      administrator.execute("SET QUERY_STATISTICS FALSE");
    }
  }

  private List<String> statementsSoFar() {
    return database
        .asAdministrator()
        .queryForList("SELECT sql_statement FROM information_schema.query_statistics", String.class)
        .stream()
        .filter(sql -> Set.of("SELECT", "UPDATE", "INSERT", "DELETE").contains(firstWord(sql)))
        .filter(sql -> TABLE_THAT_GROWS.matcher(sql).find())
        .filter(sql -> !isAskedByThisTest(sql))
        .toList();
  }

  private static String firstWord(String sql) {
    return sql.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
  }

  private static boolean isAskedByThisTest(String sql) {
    return sql.startsWith("SELECT COUNT(*) FROM ");
  }

  /**
   * Spring Modulith's own: it also asks for rows of an older format, and with that OR, H2 reads the
   * whole table, which holds unfinished publications only.
   */
  private static boolean isSearchForFailedPublications(String sql) {
    return sql.contains("STATUS = 'FAILED' OR (STATUS IS NULL");
  }

  private static JdbcTemplate filled(Connection connection, String numbers) {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    Stream.of("customers", "orders", "billing", "delivery", "tracking", "events")
        .forEach(schema -> jdbc.execute("CREATE SCHEMA " + schema));
    MIGRATIONS.forEach(it -> ScriptUtils.executeSqlScript(connection, new ClassPathResource(it)));
    jdbc.execute("CREATE TABLE some_order (x INT, id UUID)");
    jdbc.execute("INSERT INTO some_order (x, id) " + numbers.formatted(ROWS));
    Stream.of(
            """
            INSERT INTO customers.customer
            SELECT id, 'Ada', 'ada@example.org', 'Lane', '1010', 'Vienna', 'Austria', CURRENT_TIMESTAMP
            FROM some_order
            """,
            """
            INSERT INTO orders.purchase_order
            SELECT id, id, 'shop', 'DELIVERED', 3, 12.90, 'EUR', CURRENT_TIMESTAMP,
                   CAST(id AS VARCHAR(36)), 'digest', 3, FALSE
            FROM some_order
            """,
            """
            INSERT INTO orders.order_line
            SELECT id, 0, 'GS-1001', 'Book', 1, 12.90, 'EUR'
            FROM some_order
            """,
            """
            INSERT INTO orders.mode_change
            SELECT x, CURRENT_TIMESTAMP, 'extracted', 'in-process', 'ada', 'a wish'
            FROM some_order
            """,
            """
            INSERT INTO billing.invoice
            SELECT id, id, 'Ada', 'Lane', '1010', 'Vienna', 'Austria', 12.90, 'EUR', CURRENT_TIMESTAMP
            FROM some_order
            """,
            """
            INSERT INTO billing.credit_note
            SELECT id, id, CURRENT_TIMESTAMP
            FROM some_order
            """,
            """
            INSERT INTO delivery.shipment
            SELECT id, 'GT-1', CASE WHEN x < 50 THEN 'PREPARING' ELSE 'DELIVERED' END, 3,
                   CASE WHEN x < 50 THEN CURRENT_TIMESTAMP END
            FROM some_order
            """,
            """
            INSERT INTO tracking.parcel
            SELECT id, 'GT-1', 'DELIVERED', 3, CURRENT_TIMESTAMP
            FROM some_order
            """,
            """
            INSERT INTO tracking.parcel_history
            SELECT id, 'DELIVERED', 3, CURRENT_TIMESTAMP
            FROM some_order
            """,
            """
            INSERT INTO events.event_publication
            SELECT id, 'billing.order-placed', 'OrderPlaced', '{}', CURRENT_TIMESTAMP, NULL,
                   CASE WHEN x < 50 THEN 'FAILED' ELSE 'PUBLISHED' END, 1, CURRENT_TIMESTAMP,
                   CURRENT_TIMESTAMP
            FROM some_order
            """,
            """
            INSERT INTO events.finished_publication
            SELECT id
            FROM some_order
            """)
        .forEach(jdbc::execute);
    return jdbc;
  }

  private static String h2Plan(Connection connection, String sql) {
    try (var statement = connection.prepareStatement("EXPLAIN " + sql)) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setObject(i, null);
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String postgresPlan(JdbcTemplate jdbc, String sql) {
    StringBuilder numbered = new StringBuilder();
    int parameters = 0;
    for (char c : sql.toCharArray()) {
      numbered.append(c == '?' ? "$" + ++parameters : String.valueOf(c));
    }
    jdbc.execute("PREPARE asked AS " + numbered);
    try {
      String values = String.join(", ", Collections.nCopies(parameters, "NULL"));
      String call = parameters == 0 ? "asked" : "asked(" + values + ")";
      return String.join("\n", jdbc.queryForList("EXPLAIN EXECUTE " + call, String.class));
    } finally {
      jdbc.execute("DEALLOCATE asked");
    }
  }
}
