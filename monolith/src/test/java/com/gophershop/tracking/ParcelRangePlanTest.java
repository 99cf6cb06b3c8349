package com.gophershop.tracking;

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

/** The parcels of a range of orders are found without reading all parcels. */
class ParcelRangePlanTest {

  @Test
  void h2UsesThePrimaryKeys() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID())) {
      var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      jdbc.execute("CREATE SCHEMA tracking");
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/migration/tracking/V1__parcels.sql"));
      jdbc.execute(
          """
          INSERT INTO tracking.parcel
          SELECT RANDOM_UUID(), 'GT-1', 'DELIVERED', 3, CURRENT_TIMESTAMP
          FROM SYSTEM_RANGE(1, 5000)
          """);
      jdbc.execute(
          """
          INSERT INTO tracking.parcel_history
          SELECT order_id, 'DELIVERED', 3, CURRENT_TIMESTAMP
          FROM tracking.parcel
          """);

      for (String range : List.of(Parcels.NUMBERS, Parcels.TIMES)) {
        assertThat(jdbc.queryForObject("EXPLAIN " + withIds(range), String.class))
            .contains("PRIMARY_KEY")
            .doesNotContain(".tableScan");
      }
      assertThat(
              jdbc.queryForObject(
                  "EXPLAIN SELECT order_id FROM tracking.parcel WHERE tracking_number = 'x'",
                  String.class))
          .as("a scan shows")
          .contains(".tableScan");
    }
  }

  private static String withIds(String range) {
    return range
        .replace(":after", "CAST('80000000-0000-0000-0000-000000000000' AS UUID)")
        .replace(":to", "CAST('80100000-0000-0000-0000-000000000000' AS UUID)");
  }
}
