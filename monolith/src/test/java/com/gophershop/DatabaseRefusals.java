package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.gopher.database.AccessRefusedException;
import com.gopher.database.SchemaOwner;
import com.gopher.database.Schemas;
import com.gophershop.customer.CustomerId;
import com.gophershop.customer.Customers;
import com.gophershop.order.Decider;
import com.gophershop.order.OrderId;
import com.gophershop.order.OrderPlaced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses, whichever database it is; the subclasses say which. */
@SpringBootTest(
    classes = GopherShop.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "shipping.preparing=1h",
      "spring.main.log-startup-info=false",
      "logging.level.com.gopher.publications=ERROR"
    })
abstract class DatabaseRefusals {

  private static final int H2_NOT_ENOUGH_RIGHTS = 90096;
  private static final String POSTGRES_INSUFFICIENT_PRIVILEGE = "42501";

  @Autowired Schemas schemas;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ApplicationEventPublisher events;
  @Autowired Customers customers;

  static Stream<Arguments> orderedPairsOfModules() {
    return ModuleTable.all().stream()
        .flatMap(
            own ->
                ModuleTable.all().stream()
                    .filter(other -> !other.equals(own))
                    .map(other -> Arguments.of(own, other)));
  }

  static List<ModuleTable> modules() {
    return ModuleTable.all();
  }

  @Test
  void everyModuleWithASchemaIsTried() {
    assertThat(ModuleTable.all())
        .extracting(ModuleTable::module, ModuleTable::schema)
        .containsExactlyInAnyOrderElementsOf(
            schemas.modules().values().stream().map(it -> tuple(it.name(), it.schema())).toList());
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("orderedPairsOfModules")
  void aModuleCanNeitherReadNorWriteTheRowsOfAnother(ModuleTable own, ModuleTable other)
      throws SQLException {
    try (Connection app = appOf(own)) {
      assertRefused(app, other.select());
      assertRefused(app, other.insertRow());
      assertRefused(app, other.update());
      assertRefused(app, other.delete());
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("orderedPairsOfModules")
  void aMigrationCanNeitherReferToNorLookIntoTheTablesOfAnother(ModuleTable own, ModuleTable other)
      throws SQLException {
    try (Connection owner = ownerOf(own)) {
      assertRefused(owner, other.referencedFrom(own.schema()));
      assertRefused(owner, other.viewedFrom(own.schema()));
      assertRefused(owner, other.select());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theSameStatementsSucceedForTheOwner(ModuleTable own) throws SQLException {
    try (Connection app = appOf(own)) {
      app.setAutoCommit(false);
      for (String sql : List.of(own.select(), own.insertRow(), own.update(), own.delete())) {
        execute(app, sql);
      }
      app.rollback();
    }
    try (Connection owner = ownerOf(own)) {
      execute(owner, own.referencedFrom(own.schema()));
      execute(owner, "DROP TABLE %s.probe".formatted(own.schema()));
      execute(owner, own.viewedFrom(own.schema()));
      execute(owner, "DROP VIEW %s.probe".formatted(own.schema()));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theAppLoginCannotChangeTheSchemaItself(ModuleTable own) throws SQLException {
    try (Connection app = appOf(own)) {
      assertRefused(app, "CREATE TABLE %s.mine (x INT)".formatted(own.schema()));
      assertRefused(app, "DROP TABLE %s".formatted(own.qualified()));
      assertRefused(app, "SELECT 1 FROM %s.\"flyway_schema_history\"".formatted(own.schema()));
    }
  }

  /** Who publishes events, and who publishes some that leave for Kafka. */
  private static final Map<String, Set<String>> MAY_ADD =
      Map.of(
          "events.event_publication", Set.of("order", "delivery", "tracking"),
          "events.outbox", Set.of("order"));

  private static final Map<String, String> ROWS =
      Map.of(
          "events.event_publication",
          """
          INSERT INTO events.event_publication
            (id, listener_id, event_type, serialized_event, publication_date)
          VALUES ('019aadf3-1b2a-7d10-8c44-9a0e4d1c7f53', 'x', 'x', 'x', CURRENT_TIMESTAMP)
          """,
          "events.outbox",
          """
          INSERT INTO events.outbox
            (topic, record_key, event_id, event_type, event_source, event_time, payload)
          VALUES ('shop.orders', 'x', 'x', 'x', 'x', CURRENT_TIMESTAMP, '{}')
          """);

  static Stream<Arguments> modulesAndCommonTables() {
    return ModuleTable.all().stream()
        .flatMap(own -> ROWS.keySet().stream().sorted().map(table -> Arguments.of(own, table)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("modulesAndCommonTables")
  void aModuleMayAddWhatItPublishesAndNothingElse(ModuleTable own, String table)
      throws SQLException {
    try (Connection app = appOf(own)) {
      assertRefused(app, "SELECT COUNT(*) FROM " + table);
      assertRefused(app, "DELETE FROM " + table);
      assertRefused(app, "UPDATE %s SET event_type = 'x'".formatted(table));
      app.setAutoCommit(false);
      if (MAY_ADD.get(table).contains(own.module())) {
        execute(app, ROWS.get(table));
        app.rollback();
      } else {
        assertRefused(app, ROWS.get(table));
      }
    }
  }

  private static final Set<String> LISTEN = Set.of("order", "billing", "delivery", "tracking");

  /**
   * Also another's, whose id it would have to know; none may be read, and none can be taken back.
   */
  @ParameterizedTest
  @MethodSource("modules")
  void aModuleThatListensMayFinishAPublicationItKnowsOnceAndSeesNone(ModuleTable own)
      throws SQLException {
    UUID known = UUID.randomUUID();
    jdbc.sql(ROWS.get("events.event_publication").replaceFirst("'[0-9a-f-]{36}'", ":id"))
        .param("id", known)
        .update();
    String finish = "INSERT INTO events.finished_publication (id) VALUES ('%s')";
    try (Connection app = appOf(own)) {
      assertRefused(app, "SELECT id FROM events.finished_publication");
      assertRefused(app, "UPDATE events.finished_publication SET id = NULL");
      assertRefused(app, "DELETE FROM events.finished_publication");
      if (LISTEN.contains(own.module())) {
        execute(app, finish.formatted(known));
        assertViolates(app, finish.formatted(known));
        assertViolates(app, finish.formatted(UUID.randomUUID()));
      } else {
        assertRefused(app, finish.formatted(known));
      }
    }
    jdbc.sql("DELETE FROM events.event_publication WHERE id = :id").param("id", known).update();
  }

  @Test
  void anOrderAndItsPublicationsAreStoredTogether() {
    UUID id = UUID.randomUUID();

    inTransactionOf("order").executeWithoutResult(status -> storeAndTell(id));

    assertThat(stored(id)).isOne();
    assertThat(toldOf(id)).isPositive();
  }

  @Test
  void anOrderAndItsPublicationsAreRolledBackTogether() {
    UUID id = UUID.randomUUID();

    inTransactionOf("order")
        .executeWithoutResult(
            status -> {
              storeAndTell(id);
              status.setRollbackOnly();
            });

    assertThat(stored(id)).isZero();
    assertThat(toldOf(id)).isZero();
  }

  @Test
  void sqlOutsideATransactionIsRefused() {
    assertThatThrownBy(
            () -> jdbc.sql("SELECT COUNT(*) FROM orders.purchase_order").query().singleValue())
        .isInstanceOf(AccessRefusedException.class)
        .hasMessageContaining("outside a module's transaction")
        .hasMessageContaining("@Transactional method of module 'order'")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aModuleCallInsideAnothersTransactionIsRefusedInASentenceThatNamesBoth() {
    CustomerId anybody = new CustomerId(UUID.randomUUID());

    assertThatThrownBy(() -> inTransactionOf("billing").execute(status -> customers.find(anybody)))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessageStartingWith(
            "Module 'billing' (login billing_app) was refused access to customers")
        .hasMessageContaining("which module 'customer' owns")
        .hasMessageContaining("ask 'customer' through its API before opening a transaction")
        .hasMessageNotContaining("bad SQL grammar")
        .hasMessageNotContaining("\n");
  }

  @Test
  void theSameModuleCallBeforeTheTransactionIsAnswered() {
    assertThat(customers.find(new CustomerId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void otherFailuresKeepTheirUsualName() {
    assertThatThrownBy(
            () ->
                inTransactionOf("order")
                    .execute(status -> jdbc.sql("SELEKT 1").query().singleValue()))
        .isInstanceOf(BadSqlGrammarException.class);
  }

  private void storeAndTell(UUID id) {
    jdbc.sql(
            """
            INSERT INTO orders.purchase_order
              (id, customer_id, decider, status, version, total_amount, total_currency, placed_at)
            VALUES (:id, :id, 'shop', 'PLACED', 1, 1, 'EUR', CURRENT_TIMESTAMP)
            """)
        .param("id", id)
        .update();
    events.publishEvent(
        new OrderPlaced(
            new OrderId(id),
            1,
            Decider.SHOP,
            // Nobody: billing keeps failing on it, so its publication stays and can be counted.
            new CustomerId(id),
            List.of(),
            new Money(BigDecimal.ONE, "EUR"),
            Instant.EPOCH));
  }

  private long stored(UUID id) {
    return inTransactionOf("order")
        .execute(
            status ->
                jdbc.sql("SELECT COUNT(*) FROM orders.purchase_order WHERE id = :id")
                    .param("id", id)
                    .query(Long.class)
                    .single());
  }

  private long toldOf(UUID id) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM events.event_publication WHERE serialized_event LIKE :event")
        .param("event", "%" + id + "%")
        .query(Long.class)
        .single();
  }

  private TransactionTemplate inTransactionOf(String module) {
    var template = new TransactionTemplate(transactions);
    template.setName("com.gophershop." + module + ".ATest.method");
    return template;
  }

  Connection appOf(ModuleTable table) throws SQLException {
    return loggedInAs(ownerOf(table.schema()).app());
  }

  Connection ownerOf(ModuleTable table) throws SQLException {
    return loggedInAs(ownerOf(table.schema()).owner());
  }

  private SchemaOwner ownerOf(String schema) {
    return schemas.modules().values().stream()
        .filter(it -> it.schema().equals(schema))
        .findFirst()
        .orElseThrow();
  }

  Connection appOf(ModuleTable table, String database) throws SQLException {
    return loggedInAs(ownerOf(table.schema()).app(), database);
  }

  private Connection loggedInAs(String login) throws SQLException {
    return loggedInAs(login, url());
  }

  private Connection loggedInAs(String login, String database) throws SQLException {
    try {
      return DriverManager.getConnection(
          database, login, DerivedPasswords.of(login, administratorPassword()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  abstract String url();

  abstract String administratorPassword() throws IOException;

  static void assertRefused(Connection connection, String sql) {
    SQLException refusal = catchThrowableOfType(SQLException.class, () -> execute(connection, sql));
    assertThat((Throwable) refusal).as(sql).isNotNull();
    assertThat(
            refusal.getErrorCode() == H2_NOT_ENOUGH_RIGHTS
                || POSTGRES_INSUFFICIENT_PRIVILEGE.equals(refusal.getSQLState()))
        .as("%s was refused for lack of rights, not for: %s", sql, refusal.getMessage())
        .isTrue();
  }

  private static void assertViolates(Connection connection, String sql) {
    SQLException violation =
        catchThrowableOfType(SQLException.class, () -> execute(connection, sql));
    assertThat(violation.getSQLState()).as(sql).startsWith("23");
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
