package com.gotracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * During a rolling upgrade an earlier tracker goes on working on tables that a new one has migrated
 * already. So a table that the first migrations made and that is filled is migrated, and the
 * earlier tracker's statements are run as they were (commit e4c49f5).
 *
 * <p>What this cannot show is two processes side by side; that does {@code TrackersTest}, with a
 * tracker that reads records as the earlier one did.
 */
abstract class EarlierStatementsTests {

  private static final String INSERT =
      """
      INSERT INTO tracker.shipment
        (status, order_sequence, prepared_at, shipped_at, delivered_at, cancelled_at, due_at,
         tracking_number, order_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      UPDATE tracker.shipment
      SET status = ?, order_sequence = ?, prepared_at = ?, shipped_at = ?, delivered_at = ?,
          cancelled_at = ?, due_at = ?
      WHERE order_id = ?
      """;
  private static final String SELECT =
      """
      SELECT order_id, tracking_number, status, order_sequence, prepared_at, shipped_at,
             delivered_at, cancelled_at, due_at
      FROM tracker.shipment
      """;
  private static final String OF_THESE =
      SELECT + "WHERE order_id = ANY(?)\nORDER BY order_id\nFOR UPDATE";
  private static final String DUE =
      SELECT
          + """
          WHERE status = ?
          AND due_at <= ?
          ORDER BY due_at
          LIMIT ?
          FOR UPDATE SKIP LOCKED
          """;
  private static final String OPEN =
      SELECT
          + """
          WHERE order_id > ?
          AND status IN ('PREPARING', 'SHIPPED')
          ORDER BY order_id
          LIMIT ?
          FOR UPDATE
          """;
  private static final String TOO_LATE =
      """
      UPDATE tracker.shipment
      SET due_at = ?
      WHERE status = ?
      AND due_at > ?
      """;

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00Z");
  private static final int ROWS = 200;
  private static final String LAST_OF_THE_EARLIER = "200";

  private JdbcTemplate jdbc;
  private TransactionTemplate transaction;
  private List<Map<String, Object>> before = List.of();

  /** An empty database; its schema {@code tracker} is there. */
  abstract DataSource database();

  /** The schema as this database folds its name. */
  abstract String schema();

  @BeforeEach
  void fillATableOfTheFirstMigrationsAndMigrateIt() {
    DataSource database = database();
    jdbc = new JdbcTemplate(database);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    jdbc.execute("DROP SCHEMA IF EXISTS tracker CASCADE");
    jdbc.execute("CREATE SCHEMA tracker");
    migrate(database, LAST_OF_THE_EARLIER);
    IntStream.range(0, ROWS).forEach(i -> insert(id(i), i % 2 == 0 ? "PREPARING" : "SHIPPED"));
    before = jdbc.queryForList(SELECT + "ORDER BY order_id");
    migrate(database, "latest");
  }

  @Test
  void whatWasThereIsAsItWas() {
    assertThat(before).hasSize(ROWS);
    assertThat(jdbc.queryForList(SELECT + "ORDER BY order_id")).isEqualTo(before);
  }

  @Test
  void theEarlierTrackerStoresAndMovesItsShipments() {
    insert(id(ROWS), "PREPARING");
    assertThat(jdbc.update(UPDATE, "SHIPPED", 2, NOON, NOON, null, null, NOON, id(ROWS)))
        .isEqualTo(1);
    assertThat(due("PREPARING")).hasSize(ROWS / 2);
    assertThat(due("SHIPPED")).hasSize(ROWS / 2 + 1);
    assertThat(jdbc.update(TOO_LATE, NOON.minusDays(1), "SHIPPED", NOON.minusDays(1)))
        .isEqualTo(ROWS / 2 + 1);
  }

  @Test
  void theEarlierTrackerDoesNotComeAcrossFollowedParcels() {
    List<UUID> followed = IntStream.range(1000, 1010).mapToObj(EarlierStatementsTests::id).toList();
    followed.forEach(this::follow);

    assertThat(orders(open())).hasSize(ROWS).doesNotContainAnyElementsOf(followed);
    assertThat(orders(due("SHIPPED"))).isNotEmpty().doesNotContainAnyElementsOf(followed);
    assertThat(ofThese(followed)).isEmpty();
    assertThat(jdbc.update(TOO_LATE, NOON.minusDays(1), "SHIPPED", NOON.minusDays(1)))
        .isEqualTo(ROWS / 2);
  }

  /** The control: as rows of the same table it would announce them as shipments of its own. */
  @Test
  void asRowsOfTheSameTableItWouldAnnounceThem() {
    jdbc.update(INSERT, "SHIPPED", 1, null, NOON, null, null, null, "GT-1", id(1000));

    assertThat(orders(open())).contains(id(1000));
    assertThat(ofThese(List.of(id(1000)))).hasSize(1);
  }

  private void follow(UUID order) {
    jdbc.update(
        """
        INSERT INTO tracker.followed_parcel
          (status, order_sequence, status_at, order_id, decider, tracking_number)
        VALUES ('SHIPPED', 2, ?, ?, 'shop', 'GT-1')
        """,
        NOON,
        order);
  }

  private void insert(UUID order, String status) {
    @Nullable OffsetDateTime shippedAt = status.equals("SHIPPED") ? NOON : null;
    jdbc.update(INSERT, status, 1, NOON, shippedAt, null, null, NOON, "GT-1", order);
  }

  private List<Map<String, Object>> due(String status) {
    return locked(DUE, status, NOON, 2 * ROWS);
  }

  private List<Map<String, Object>> open() {
    return locked(OPEN, new UUID(0, 0), 2 * ROWS);
  }

  private List<Map<String, Object>> ofThese(List<UUID> orders) {
    return locked(OF_THESE, (Object) orders.toArray(UUID[]::new));
  }

  private List<Map<String, Object>> locked(String select, Object... parameters) {
    List<Map<String, Object>> rows =
        transaction.execute(status -> jdbc.queryForList(select, parameters));
    return rows == null ? List.of() : rows;
  }

  private static List<UUID> orders(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> (UUID) row.get("order_id")).toList();
  }

  private static UUID id(int number) {
    return new UUID(1, number);
  }

  private void migrate(DataSource database, String target) {
    Flyway.configure()
        .dataSource(database)
        .defaultSchema(schema())
        .locations("classpath:db/migration/tracker", "classpath:db/outbox", "classpath:db/inbound")
        .target(target)
        .load()
        .migrate();
  }
}
