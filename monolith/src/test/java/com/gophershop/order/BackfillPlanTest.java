package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Backfill and reconcile go on where they stand, and never read the whole table again. */
class BackfillPlanTest {

  private static final int ROWS = 5_000;

  private static final List<String> STATEMENTS =
      List.of(
          AnnouncedOrders.BEHIND,
          AnnouncedOrders.LOCK,
          AnnouncedOrders.COUNT_BEHIND,
          AnnouncedOrders.NOTE,
          Orders.BETWEEN);

  private static final String WITHOUT_INDEX =
      "SELECT id FROM orders.purchase_order WHERE announced < version";

  @Test
  void h2UsesThePrimaryKey() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID())) {
      JdbcTemplate jdbc = filled(connection, "SELECT RANDOM_UUID() AS id FROM SYSTEM_RANGE(1, %d)");

      assertThat(STATEMENTS)
          .allSatisfy(
              sql ->
                  assertThat(plan(jdbc, sql)).contains("PRIMARY_KEY").doesNotContain(".tableScan"));
      assertThat(List.of(AnnouncedOrders.BEHIND, Orders.BETWEEN))
          .as("it ends when it has found enough, which H2 does not when it locks")
          .allSatisfy(sql -> assertThat(plan(jdbc, sql)).contains("index sorted"));
      assertThat(plan(jdbc, AnnouncedOrders.BEHIND + "FOR UPDATE")).doesNotContain("index sorted");
      assertThat(plan(jdbc, WITHOUT_INDEX)).as("a scan shows").contains(".tableScan");
    }
  }

  @Test
  @Tag("seconds")
  void postgresUsesThePrimaryKeyForEachChunk() throws SQLException, IOException {
    try (var postgres = EmbeddedPostgres.start();
        var connection = postgres.getPostgresDatabase().getConnection()) {
      JdbcTemplate jdbc =
          filled(connection, "SELECT gen_random_uuid() AS id FROM generate_series(1, %d)");
      jdbc.execute("ANALYZE");

      assertThat(plan(jdbc, AnnouncedOrders.BEHIND))
          .contains("purchase_order_pkey")
          .doesNotContain("Seq Scan", "Sort");
      assertThat(plan(jdbc, Orders.BETWEEN))
          .contains("purchase_order_pkey")
          .doesNotContain("Seq Scan", "Sort");
      assertThat(plan(jdbc, AnnouncedOrders.NOTE)).contains("purchase_order_pkey");
      assertThat(plan(jdbc, WITHOUT_INDEX)).as("a scan shows").contains("Seq Scan");
    }
  }

  private static JdbcTemplate filled(Connection connection, String ids) {
    var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    jdbc.execute("CREATE SCHEMA orders");
    List.of(
            "V1__orders",
            "V2__the_mode_of_delivery",
            "V3__what_was_announced",
            "V5__orders_on_trial")
        .forEach(
            it ->
                ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource("db/migration/order/" + it + ".sql")));
    jdbc.execute(
        """
        INSERT INTO orders.purchase_order
          (id, customer_id, decider, status, version, total_amount, total_currency, placed_at,
           announced)
        SELECT id, id, 'shop', 'DELIVERED', 3, 12.90, 'EUR', CURRENT_TIMESTAMP, 3
        FROM (%s) AS made
        """
            .formatted(ids.formatted(ROWS)));
    return jdbc;
  }

  /** With values as a chunk has them. */
  private static String plan(JdbcTemplate jdbc, String sql) {
    String asked =
        sql.replace(":after", "CAST('80000000-0000-0000-0000-000000000000' AS UUID)")
            .replace(":to", "CAST('80100000-0000-0000-0000-000000000000' AS UUID)")
            .replace(":ids", "'80000000-0000-0000-0000-000000000000'")
            .replace(":rows", "200")
            .replace("announced = ?", "announced = 3")
            .replace("id = ?", "id = CAST('80000000-0000-0000-0000-000000000000' AS UUID)");
    return String.join("\n", jdbc.queryForList("EXPLAIN " + asked, String.class));
  }
}
