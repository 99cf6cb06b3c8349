package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * H2 in a file. Acknowledged commits must survive a killed process, so every commit is written at
 * once ({@code WRITE_DELAY=0}; H2 delays by half a second otherwise). Only an administrator may set
 * that, and it holds only while the database stays open: the application keeps the administrator's
 * connection for its whole life.
 */
class H2Database extends Database {

  private static final int ALREADY_IN_USE = 90020;

  H2Database(String url, String username, String password) {
    super(url, username, password);
  }

  @Override
  String administratorUrl() {
    return url() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  @Override
  UnusableDatabaseException cannotOpen(SQLException e) {
    if (e.getErrorCode() == ALREADY_IN_USE) {
      return new UnusableDatabaseException(
          "The database file of " + url() + " is in use by another process.",
          "Stop the other shop, or choose another data directory (shop.data-dir); nothing was"
              + " changed.",
          e);
    }
    return super.cannotOpen(e);
  }

  @Override
  String folded(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  @Override
  void prepare(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("SET WRITE_DELAY 0");
      // How long a module's login waits for a row that another transaction holds.
      statement.execute("SET DEFAULT_LOCK_TIMEOUT 10000");
    }
  }

  @Override
  List<String> provision(ModuleSchema schema, LoginPasswords passwords) {
    return List.of(
        login(schema.owner(), passwords),
        password(schema.owner(), passwords),
        login(schema.app(), passwords),
        password(schema.app(), passwords),
        "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s"
            .formatted(schema.schema(), schema.owner()));
  }

  @Override
  List<String> letAppend(ModuleSchema module, String schema, String table) {
    return List.of("GRANT INSERT ON %s.%s TO %s".formatted(schema, table, module.app()));
  }

  @Override
  void assertDurable(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement();
        var setting =
            statement.executeQuery(
                """
                SELECT setting_value
                FROM information_schema.settings
                WHERE setting_name = 'WRITE_DELAY'
                """)) {
      String delay = setting.next() ? setting.getString(1) : "unset";
      if (!"0".equals(delay)) {
        throw new UnusableDatabaseException(
            "H2 would lose acknowledged orders when killed: WRITE_DELAY is " + delay + ", not 0.",
            "Remove WRITE_DELAY from spring.datasource.url; no order was accepted.",
            null);
      }
    }
  }

  private static String login(String name, LoginPasswords passwords) {
    return "CREATE USER IF NOT EXISTS %s PASSWORD '%s'".formatted(name, passwords.of(name));
  }

  private static String password(String name, LoginPasswords passwords) {
    return "ALTER USER %s SET PASSWORD '%s'".formatted(name, passwords.of(name));
  }
}
