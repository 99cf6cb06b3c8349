package com.gotracker.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** What differs between the databases the tracker runs on. */
abstract class Database {

  private final String url;
  private final Login administrator;

  Database(String url, Login administrator) {
    this.url = url;
    this.administrator = administrator;
  }

  /**
   * @throws UnusableDatabaseException if the URL names a database that is not supported
   */
  static Database of(String url, Login administrator) {
    if (url.startsWith("jdbc:h2:")) {
      return new H2Database(url, administrator);
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return new PostgresDatabase(url, administrator);
    }
    throw new UnusableDatabaseException(
        "The database URL " + url + " is neither H2 nor PostgreSQL.",
        "Set spring.datasource.url to jdbc:postgresql://HOST:PORT/DATABASE, or leave it out to use"
            + " a file in the data directory.",
        null);
  }

  /** The URL with which the tracker's own logins connect. */
  final String url() {
    return url;
  }

  final Login owner() {
    return Login.owner(administrator.password());
  }

  final Login app() {
    return Login.app(administrator.password());
  }

  /** Opens a connection that may make schemas and logins. */
  Connection openAsAdministrator() throws SQLException {
    return DriverManager.getConnection(
        administratorUrl(), administrator.name(), administrator.password());
  }

  String administratorUrl() {
    return url;
  }

  UnusableDatabaseException cannotOpen(SQLException e) {
    return new UnusableDatabaseException(
        "The database %s cannot be opened as %s: %s"
            .formatted(url, administrator.name(), e.getMessage()),
        "Check spring.datasource.url, .username and .password; nothing was changed.",
        e);
  }

  /** An unquoted name as the database's catalog spells it. */
  abstract String folded(String name);

  /**
   * Waits until no other tracker sets this database up, and keeps others out until it is closed.
   */
  abstract Connection lockForSetup(Connection administrator) throws SQLException;

  /** Statements that create the schema and its two logins, or give existing ones this password. */
  abstract List<String> provision();

  /**
   * Sees to it that what is acknowledged from now on survives a killed process.
   *
   * @return whether that holds only as long as the administrator's connection is open
   */
  abstract boolean makeDurable(Connection administrator) throws SQLException;
}
