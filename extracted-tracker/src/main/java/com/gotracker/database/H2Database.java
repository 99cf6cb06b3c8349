package com.gotracker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * H2, in a file of this process or in a server of its own. Acknowledged commits must survive a
 * killed process, so every commit is written at once ({@code WRITE_DELAY=0}; H2 delays by half a
 * second otherwise). Only an administrator may set that, and it holds only while the database stays
 * open.
 */
class H2Database extends Database {

  private static final int ALREADY_IN_USE = 90020;
  private static final int SETUP_TIMEOUT_MILLIS = 60_000;
  private static final int LOCK_TIMEOUT_MILLIS = 10_000;

  H2Database(String url, Login administrator) {
    super(url, administrator);
  }

  @Override
  String administratorUrl() {
    // Only who opens the file may say when it is closed; a server says so itself.
    return url().startsWith("jdbc:h2:tcp:") || url().startsWith("jdbc:h2:ssl:")
        ? url()
        : url() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  @Override
  UnusableDatabaseException cannotOpen(SQLException e) {
    if (e.getErrorCode() == ALREADY_IN_USE) {
      return new UnusableDatabaseException(
          "The database file of " + url() + " is in use by another process.",
          "Stop the other tracker, or choose another data directory (tracker.data-dir); nothing was"
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
  Connection lockForSetup(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS public.setup_lock (id INT PRIMARY KEY)");
    }
    Connection lock = openAsAdministrator();
    try (var statement = lock.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT " + SETUP_TIMEOUT_MILLIS);
      lock.setAutoCommit(false);
      statement.execute("MERGE INTO public.setup_lock KEY (id) VALUES (1)");
      return lock;
    } catch (SQLException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  List<String> provision() {
    return List.of(
        "SET DEFAULT_LOCK_TIMEOUT " + LOCK_TIMEOUT_MILLIS,
        login(owner()),
        password(owner()),
        login(app()),
        password(app()),
        "CREATE SCHEMA IF NOT EXISTS tracker AUTHORIZATION " + owner().name());
  }

  @Override
  boolean makeDurable(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("SET WRITE_DELAY 0");
      return true;
    }
  }

  private static String login(Login login) {
    return "CREATE USER IF NOT EXISTS %s PASSWORD '%s'".formatted(login.name(), login.password());
  }

  private static String password(Login login) {
    return "ALTER USER %s SET PASSWORD '%s'".formatted(login.name(), login.password());
  }
}
