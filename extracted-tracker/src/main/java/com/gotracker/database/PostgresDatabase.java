package com.gotracker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** PostgreSQL 14 or newer, with real roles and grants. */
class PostgresDatabase extends Database {

  /** Any constant will do; it keeps two trackers that start together from creating roles twice. */
  private static final long SETUP_LOCK = 0x747261636b6572L;

  PostgresDatabase(String url, Login administrator) {
    super(url, administrator);
  }

  @Override
  String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  Connection lockForSetup(Connection administrator) throws SQLException {
    Connection lock = openAsAdministrator();
    try (var statement = lock.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(SETUP_LOCK));
      return lock;
    } catch (SQLException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  List<String> provision() {
    String app = app().name();
    return List.of(
        login(owner()),
        password(owner()),
        login(app()),
        password(app()),
        // A tracker that froze in a transaction must not keep the others from its rows for ever.
        "ALTER ROLE %s SET idle_in_transaction_session_timeout = '10s'".formatted(app),
        "ALTER ROLE %s SET lock_timeout = '10s'".formatted(app),
        // An administrator who is no superuser must be a member of the role he gives a schema to.
        "GRANT %s TO CURRENT_USER".formatted(owner().name()),
        "CREATE SCHEMA IF NOT EXISTS tracker AUTHORIZATION " + owner().name(),
        "GRANT USAGE ON SCHEMA tracker TO " + app);
  }

  @Override
  boolean makeDurable(Connection administrator) {
    // It writes before it acknowledges, unless its own configuration says otherwise.
    return false;
  }

  private static String login(Login login) {
    return """
        DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
            CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
          END IF;
        END $$
        """
        .formatted(login.name());
  }

  private static String password(Login login) {
    return "ALTER ROLE %s PASSWORD '%s'".formatted(login.name(), login.password());
  }
}
