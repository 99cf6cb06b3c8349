package com.gotracker.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** What is known of a range of orders is found without reading all of it. */
class ShipmentRangePlanTest {

  @Test
  void h2UsesThePrimaryKeys() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID())) {
      var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      jdbc.execute("CREATE SCHEMA tracker");
      for (String migration : List.of("V1__shipments", "V1002__followed_parcels")) {
        ScriptUtils.executeSqlScript(
            connection, new ClassPathResource("db/migration/tracker/" + migration + ".sql"));
      }
      jdbc.execute(
          """
          INSERT INTO tracker.shipment (order_id, tracking_number, status, order_sequence)
          SELECT RANDOM_UUID(), 'GT-1', 'DELIVERED', 3
          FROM SYSTEM_RANGE(1, 5000)
          """);
      jdbc.execute(
          """
          INSERT INTO tracker.followed_parcel
            (order_id, decider, tracking_number, status, order_sequence, status_at)
          SELECT RANDOM_UUID(), 'shop', 'GT-1', 'DELIVERED', 3, CURRENT_TIMESTAMP
          FROM SYSTEM_RANGE(1, 5000)
          """);

      for (String sql : List.of(Shipments.BETWEEN, FollowedParcels.BETWEEN)) {
        assertThat(plan(jdbc, sql)).contains("PRIMARY_KEY").doesNotContain(".tableScan");
      }
      assertThat(plan(jdbc, "SELECT order_id FROM tracker.shipment WHERE tracking_number = 'GT-2'"))
          .as("a scan shows")
          .contains(".tableScan");
    }
  }

  private static String plan(JdbcTemplate jdbc, String sql) {
    String asked =
        sql.replace("> ?", "> CAST('80000000-0000-0000-0000-000000000000' AS UUID)")
            .replace("<= ?", "<= CAST('80100000-0000-0000-0000-000000000000' AS UUID)")
            .replace("LIMIT ?", "LIMIT 1000");
    return String.valueOf(jdbc.queryForObject("EXPLAIN " + asked, String.class));
  }
}
