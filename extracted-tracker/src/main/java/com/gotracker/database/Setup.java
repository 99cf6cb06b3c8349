package com.gotracker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to what the tracker needs: its schema, migrated by the owner and granted to
 * the app table by table. Safe to run again at every start, and by several trackers at once.
 */
class Setup {

  private static final String HISTORY_TABLE = "flyway_schema_history";

  private final Database database;

  Setup(Database database) {
    this.database = database;
  }

  void run(Connection administrator) throws SQLException {
    Connection lock = database.lockForSetup(administrator);
    try (lock) {
      execute(administrator, database.provision());
      migrate();
      execute(administrator, grantsToApp(administrator));
    }
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(database.url(), database.owner().name(), database.owner().password())
        .defaultSchema(database.folded("tracker"))
        .createSchemas(false)
        .locations("classpath:db/migration/tracker", "classpath:db/outbox")
        .table(HISTORY_TABLE)
        .load()
        .migrate();
  }

  private List<String> grantsToApp(Connection administrator) throws SQLException {
    List<String> grants = new ArrayList<>();
    try (var tables =
        administrator.prepareStatement(
            """
            SELECT table_name
            FROM information_schema.tables
            WHERE LOWER(table_schema) = 'tracker'
            AND LOWER(table_name) <> ?
            """)) {
      tables.setString(1, HISTORY_TABLE);
      try (var rows = tables.executeQuery()) {
        while (rows.next()) {
          grants.add(
              "GRANT SELECT, INSERT, UPDATE, DELETE ON tracker.%s TO %s"
                  .formatted(rows.getString(1), database.app().name()));
        }
      }
    }
    return grants;
  }

  private static void execute(Connection administrator, List<String> statements)
      throws SQLException {
    try (var statement = administrator.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
