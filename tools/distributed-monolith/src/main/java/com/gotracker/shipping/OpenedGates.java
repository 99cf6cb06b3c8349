package com.gotracker.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * The rights without which no table is shared. Each login enters its own schema only; what else it
 * shall see, an administrator has to grant by name.
 */
@Component
class OpenedGates {

  private static final List<String> GRANTS =
      List.of(
          "GRANT SELECT, UPDATE ON orders.purchase_order TO tracker_app",
          "GRANT SELECT, INSERT, UPDATE ON tracker.shipment TO delivery_app",
          "GRANT SELECT ON tracker.shipment TO tracking_app");

  /**
   * @param data made before, and the tables with it
   */
  OpenedGates(
      DataSource data,
      DataSourceProperties administrator,
      @Value("${database.password-file}") Path passwordFile)
      throws IOException, SQLException {
    try (var connection =
            DriverManager.getConnection(
                administrator.getUrl(),
                administrator.getUsername(),
                Files.readString(passwordFile));
        var statement = connection.createStatement()) {
      for (String grant : GRANTS) {
        statement.execute(grant);
      }
    }
  }
}
