package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** PostgreSQL 14 or newer, with real roles and grants. */
final class PostgreSql implements DatabaseType {

  /** Any constant will do; it keeps two processes that start together from creating roles twice. */
  private static final long SETUP_LOCK = 0x676f70686572L;

  private static final String WRONG_PASSWORD = "28P01";

  @Override
  public String administratorUrl(String url) {
    return url;
  }

  @Override
  public boolean isInUse(SQLException e) {
    return false;
  }

  /** It says so itself, in words, and has tools for it. */
  @Override
  public boolean isDamaged(SQLException e) {
    return false;
  }

  @Override
  public boolean isWrongPassword(SQLException e) {
    return WRONG_PASSWORD.equals(e.getSQLState());
  }

  @Override
  public String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void lockForSetup(Connection administrator, Connection lock) throws SQLException {
    try (var statement = lock.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%s)".formatted(SETUP_LOCK));
    }
  }

  @Override
  public List<String> prepare() {
    // Before PostgreSQL 15 every login may create tables in the schema public.
    return List.of("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  }

  /**
   * By default every login may make temporary tables and large objects, and connect to every
   * database; to those that every server has ({@code postgres}, {@code template1}) it is refused as
   * well. An administrator that is no superuser cannot take all of that away: what it does not own
   * stays as it is.
   */
  @Override
  public List<String> closeToOthers() {
    return List.of(
        """
        DO $$
        BEGIN
          EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
        END $$
        """,
        ifAllowed(
            """
            SELECT format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', datname) AS statement
            FROM pg_database
            WHERE datname IN ('postgres', 'template1')
            AND datname <> current_database()
            """),
        ifAllowed(
            """
            -- Below this number is what PostgreSQL itself brings.
            SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure)
              AS statement
            FROM pg_proc
            WHERE oid < 16384
            AND proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_open')
            """));
  }

  /** Runs each of the statements that a query makes, but for those that are another's to run. */
  private static String ifAllowed(String query) {
    return """
        DO $$
        DECLARE
          each RECORD;
        BEGIN
          FOR each IN %s LOOP
            BEGIN
              EXECUTE each.statement;
            EXCEPTION WHEN insufficient_privilege THEN
              NULL;
            END;
          END LOOP;
        END $$
        """
        .formatted(query);
  }

  /** A setting of a role could undo what is set below, or change what its SQL means. */
  private static String withoutSettings(String role) {
    return """
        DO $$
        BEGIN
          ALTER ROLE %1$s RESET ALL;
          EXECUTE format('ALTER ROLE %1$s IN DATABASE %%I RESET ALL', current_database());
          EXECUTE format('GRANT CONNECT ON DATABASE %%I TO %1$s', current_database());
        END $$
        """
        .formatted(role);
  }

  @Override
  public List<String> keepFrom(SchemaOwner module, String schema, String table) {
    return List.of("REVOKE ALL ON %s.%s FROM %s".formatted(schema, table, module.app()));
  }

  @Override
  public List<String> provision(SchemaOwner schema, LoginPasswords passwords) {
    return List.of(
        login(schema.owner()),
        password(schema.owner(), passwords),
        login(schema.app()),
        password(schema.app(), passwords),
        withoutSettings(schema.owner()),
        withoutSettings(schema.app()),
        // A process that froze in a transaction must not keep others from its rows for ever.
        "ALTER ROLE %s SET idle_in_transaction_session_timeout = '10s'".formatted(schema.app()),
        "ALTER ROLE %s SET lock_timeout = '10s'".formatted(schema.app()),
        // Longer than any statement of ours takes; what runs on holds a connection of few.
        "ALTER ROLE %s SET statement_timeout = '30s'".formatted(schema.app()),
        // An administrator that is no superuser must be a member of the role it gives a schema to.
        "GRANT %s TO CURRENT_USER".formatted(schema.owner()),
        "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s"
            .formatted(schema.schema(), schema.owner()),
        "GRANT USAGE ON SCHEMA %s TO %s".formatted(schema.schema(), schema.app()));
  }

  @Override
  public List<String> retire(SchemaOwner schema) {
    return List.of(
        "DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema.schema()),
        withoutLogin(schema.app()),
        withoutLogin(schema.owner()));
  }

  /**
   * Roles belong to the server and not to a database: one that another database needs loses what it
   * may do in this one, and stays.
   */
  private static String withoutLogin(String role) {
    return """
        DO $$
        BEGIN
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
            GRANT %1$s TO CURRENT_USER;
            DROP OWNED BY %1$s;
            BEGIN
              DROP ROLE %1$s;
            EXCEPTION WHEN dependent_objects_still_exist THEN
              NULL;
            END;
          END IF;
        END $$
        """
        .formatted(role);
  }

  @Override
  public String existingLogins() {
    return "SELECT rolname FROM pg_roles WHERE rolname IN (?, ?)";
  }

  @Override
  public String connectedLogins() {
    return """
        SELECT usename
        FROM pg_stat_activity
        WHERE usename IN (?, ?)
        AND datname = current_database()
        """;
  }

  @Override
  public List<String> letAppend(SchemaOwner module, String schema, String table) {
    return List.of(
        "GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, module.app()),
        "GRANT INSERT ON %s.%s TO %s".formatted(schema, table, module.app()));
  }

  /** It writes before it acknowledges, unless its own configuration says otherwise. */
  @Override
  public boolean isDurableByItself() {
    return true;
  }

  @Override
  public void makeDurable(Connection administrator) {
    // It is, see above.
  }

  @Override
  public void assertDurable(Connection administrator) {
    // It is, see above.
  }

  @Override
  public Properties options() {
    Properties options = new Properties();
    // One round trip for a batch of rows instead of one for each.
    options.setProperty("reWriteBatchedInserts", "true");
    return options;
  }

  private static String login(String name) {
    return """
        DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
            CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
          END IF;
        END $$
        """
        .formatted(name);
  }

  private static String password(String name, LoginPasswords passwords) {
    return "ALTER ROLE %s PASSWORD '%s'".formatted(name, passwords.of(name));
  }
}
