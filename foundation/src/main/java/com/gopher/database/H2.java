package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * H2, in a file of this process or in a server. Acknowledged commits must survive a killed process,
 * so every commit is written at once ({@code WRITE_DELAY=0}; H2 delays by half a second otherwise).
 * Only an administrator may set that, and it holds only while the database stays open.
 */
final class H2 implements DatabaseType {

  private static final int ALREADY_IN_USE = 90020;
  private static final int WRONG_USER_OR_PASSWORD = 28000;

  /** Too short to be read, a broken header or page, a format of another version. */
  private static final Set<Integer> DAMAGED = Set.of(90028, 90030, 90031, 90048);

  /** On a full disk it would say so at each statement, in a file that nobody bounds. */
  private static final String TRACE_FILE = "TRACE_LEVEL_FILE";

  private static final String NO_TRACE_FILE = ";" + TRACE_FILE + "=0";

  private static final int SETUP_TIMEOUT_MILLIS = 60_000;
  private static final int LOCK_TIMEOUT_MILLIS = 10_000;

  @Override
  public String administratorUrl(String url) {
    // Only what opens the file may say when it is closed; a server decides that itself.
    return url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:")
        ? url + NO_TRACE_FILE
        : url + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE" + NO_TRACE_FILE;
  }

  @Override
  public boolean isInUse(SQLException e) {
    return e.getErrorCode() == ALREADY_IN_USE;
  }

  @Override
  public boolean isDamaged(SQLException e) {
    return DAMAGED.contains(e.getErrorCode());
  }

  @Override
  public boolean isWrongPassword(SQLException e) {
    return e.getErrorCode() == WRONG_USER_OR_PASSWORD;
  }

  @Override
  public String folded(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  @Override
  public void lockForSetup(Connection administrator, Connection lock) throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS public.setup_lock (id INT PRIMARY KEY)");
    }
    try (var statement = lock.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT " + SETUP_TIMEOUT_MILLIS);
      lock.setAutoCommit(false);
      statement.execute("MERGE INTO public.setup_lock KEY (id) VALUES (1)");
    }
  }

  @Override
  public List<String> prepare() {
    // How long an app login waits for a row that another transaction holds.
    return List.of("SET DEFAULT_LOCK_TIMEOUT " + LOCK_TIMEOUT_MILLIS);
  }

  @Override
  public List<String> provision(SchemaOwner schema, LoginPasswords passwords) {
    return List.of(
        login(schema.owner(), passwords),
        password(schema.owner(), passwords),
        login(schema.app(), passwords),
        password(schema.app(), passwords),
        "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s"
            .formatted(schema.schema(), schema.owner()));
  }

  @Override
  public List<String> letAppend(SchemaOwner module, String schema, String table) {
    return List.of("GRANT INSERT ON %s.%s TO %s".formatted(schema, table, module.app()));
  }

  @Override
  public List<String> keepFrom(SchemaOwner module, String schema, String table) {
    return List.of("REVOKE ALL ON %s.%s FROM %s".formatted(schema, table, module.app()));
  }

  /** A user who owns a schema is not dropped; one with rights is, with those rights. */
  @Override
  public List<String> retire(SchemaOwner schema) {
    return List.of(
        "DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema.schema()),
        "DROP USER IF EXISTS %s".formatted(schema.app()),
        "DROP USER IF EXISTS %s".formatted(schema.owner()));
  }

  @Override
  public String existingLogins() {
    return "SELECT user_name FROM information_schema.users WHERE user_name IN (?, ?)";
  }

  @Override
  public String connectedLogins() {
    return "SELECT user_name FROM information_schema.sessions WHERE user_name IN (?, ?)";
  }

  /** It lets nobody do anything. */
  @Override
  public List<String> closeToOthers() {
    return List.of();
  }

  @Override
  public boolean isDurableByItself() {
    return false;
  }

  @Override
  public void makeDurable(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("SET WRITE_DELAY 0");
      statement.execute("SET TRACE_LEVEL_FILE 0");
    }
  }

  @Override
  public void assertDurable(Connection administrator) throws SQLException {
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
            "H2 would lose acknowledged commits when killed: WRITE_DELAY is " + delay + ", not 0.",
            "Remove WRITE_DELAY from spring.datasource.url; nothing was accepted.",
            null);
      }
    }
  }

  /**
   * A server opens a database that it has closed once more for the first who connects, with that
   * client's settings. Elsewhere only administrators may choose them, and others are not refused.
   */
  @Override
  public Properties options() {
    var options = new Properties();
    options.setProperty(TRACE_FILE, "0");
    options.setProperty("IGNORE_UNKNOWN_SETTINGS", "TRUE");
    return options;
  }

  private static String login(String name, LoginPasswords passwords) {
    return "CREATE USER IF NOT EXISTS %s PASSWORD '%s'".formatted(name, passwords.of(name));
  }

  private static String password(String name, LoginPasswords passwords) {
    return "ALTER USER %s SET PASSWORD '%s'".formatted(name, passwords.of(name));
  }
}
