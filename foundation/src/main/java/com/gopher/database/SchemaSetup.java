package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to what an application needs. Safe to run again at every start, and by
 * several processes at once.
 */
final class SchemaSetup {

  private static final String HISTORY_TABLE = "flyway_schema_history";

  private final Database database;
  private final Schemas schemas;

  SchemaSetup(Database database, Schemas schemas) {
    this.database = database;
    this.schemas = schemas;
  }

  /** All schemas, made and migrated by the administrator. */
  void byTheAdministrator() throws SQLException {
    locked(
        administrator -> {
          for (SchemaOwner schema : schemas.all()) {
            execute(administrator, List.of("CREATE SCHEMA IF NOT EXISTS " + schema.schema()));
            migrate(schema, database.username(), database.password());
          }
        });
  }

  /** Each schema with two logins, migrated by the owner and granted to the app table by table. */
  void byTheOwners(LoginPasswords passwords) throws SQLException {
    locked(
        administrator -> {
          for (SchemaOwner schema : schemas.all()) {
            execute(administrator, database.type().provision(schema, passwords));
            requireOwner(administrator, schema);
            migrate(schema, schema.owner(), passwords.of(schema.owner()));
            execute(administrator, grantsToApp(administrator, schema));
          }
          letModulesAppend(administrator);
          execute(administrator, database.type().closeToOthers());
        });
  }

  private void locked(Work work) throws SQLException {
    try (var administrator = database.openAsAdministrator();
        var lock = database.openAsAdministrator()) {
      refuseIfEmptied(administrator);
      database.type().lockForSetup(administrator, lock);
      execute(administrator, database.type().prepare());
      work.with(administrator);
      database.type().assertDurable(administrator);
    }
    database.file().ifPresent(DatabaseFile::markAsSetUp);
  }

  private void refuseIfEmptied(Connection administrator) throws SQLException {
    var file = database.file();
    if (file.isPresent() && !schemas.all().isEmpty()) {
      file.get().refuseIfEmptied(exists(administrator, schemas.all().get(0)));
    }
  }

  private boolean exists(Connection administrator, SchemaOwner schema) throws SQLException {
    try (var statement =
        administrator.prepareStatement(
            """
            SELECT 1
            FROM information_schema.schemata
            WHERE schema_name = ?
            """)) {
      statement.setString(1, database.type().folded(schema.schema()));
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private interface Work {
    void with(Connection administrator) throws SQLException;
  }

  /**
   * What a module publishes is stored in its own transaction: atomic with what it is about. So is
   * that one of its listeners has finished.
   */
  private void letModulesAppend(Connection administrator) throws SQLException {
    SchemaOwner common = schemas.common();
    if (common == null) {
      return;
    }
    List<String> appendable = Appenders.all(schemas.appendable());
    for (Map.Entry<String, SchemaOwner> module : schemas.modules().entrySet()) {
      List<String> own = Appenders.tablesOf(module.getKey(), appendable);
      for (String table : appendable) {
        execute(
            administrator,
            own.contains(table)
                ? database.type().letAppend(module.getValue(), common.schema(), table)
                : database.type().keepFrom(module.getValue(), common.schema(), table));
      }
    }
  }

  private void migrate(SchemaOwner schema, String login, String password) {
    Flyway.configure()
        .dataSource(database.url(), login, password)
        .defaultSchema(database.type().folded(schema.schema()))
        .createSchemas(false)
        .locations(schema.migrations().toArray(String[]::new))
        .table(HISTORY_TABLE)
        .load()
        .migrate();
  }

  /** The schema of an application that ran without these logins belongs to its administrator. */
  private void requireOwner(Connection administrator, SchemaOwner schema) throws SQLException {
    try (var statement =
        administrator.prepareStatement(
            """
            SELECT schema_owner
            FROM information_schema.schemata
            WHERE schema_name = ?
            """)) {
      statement.setString(1, database.type().folded(schema.schema()));
      try (var row = statement.executeQuery()) {
        if (row.next() && !row.getString(1).equalsIgnoreCase(schema.owner())) {
          throw new UnusableDatabaseException(
              "The schema %s belongs to %s, not to the login %s: it was made when there were no logins for modules."
                  .formatted(schema.schema(), row.getString(1), schema.owner()),
              "Choose another data directory (%s.data-dir) or an empty database; no row was changed."
                  .formatted(database.program()),
              null);
        }
      }
    }
  }

  private List<String> grantsToApp(Connection administrator, SchemaOwner schema)
      throws SQLException {
    List<String> grants = new ArrayList<>();
    try (var tables =
        administrator.prepareStatement(
            """
            SELECT table_name
            FROM information_schema.tables
            WHERE table_schema = ?
            AND table_name <> ?
            """)) {
      tables.setString(1, database.type().folded(schema.schema()));
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
