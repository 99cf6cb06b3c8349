package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to what the modules need: a schema and two logins each, migrated by the owner
 * and granted to the app table by table. Safe to run again at every start.
 */
class SchemaSetup {

  private static final String HISTORY_TABLE = "flyway_schema_history";

  private final Database database;
  private final LoginPasswords passwords;

  SchemaSetup(Database database, LoginPasswords passwords) {
    this.database = database;
    this.passwords = passwords;
  }

  void run(Connection administrator, ModuleSchemas schemas) throws SQLException {
    database.prepare(administrator);
    for (ModuleSchema schema : schemas.all()) {
      execute(administrator, database.provision(schema, passwords));
      migrate(schema);
      execute(administrator, grantsToApp(administrator, schema));
    }
    // What a module publishes is stored in its own transaction: atomic with what it tells about.
    for (ModuleSchema module : schemas.modules()) {
      execute(administrator, database.letAppend(module, "events", "event_publication"));
      execute(administrator, database.letAppend(module, "events", "outbox"));
    }
    database.assertDurable(administrator);
  }

  private void migrate(ModuleSchema schema) {
    Flyway.configure()
        .dataSource(database.url(), schema.owner(), passwords.of(schema.owner()))
        .defaultSchema(database.folded(schema.schema()))
        .createSchemas(false)
        .locations(schema.migrations())
        .table(HISTORY_TABLE)
        .load()
        .migrate();
  }

  private static List<String> grantsToApp(Connection administrator, ModuleSchema schema)
      throws SQLException {
    List<String> grants = new ArrayList<>();
    try (var tables =
        administrator.prepareStatement(
            """
            SELECT table_name
            FROM information_schema.tables
            WHERE LOWER(table_schema) = ?
            AND LOWER(table_name) <> ?
            """)) {
      tables.setString(1, schema.schema());
      tables.setString(2, HISTORY_TABLE);
      try (var rows = tables.executeQuery()) {
        while (rows.next()) {
          grants.add(
              "GRANT SELECT, INSERT, UPDATE, DELETE ON %s.%s TO %s"
                  .formatted(schema.schema(), rows.getString(1), schema.app()));
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
