package com.gopher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * What differs between the databases this application runs on: how it is opened by the
 * administrator, and how schemas and logins are made.
 */
abstract class Database {

  private final String url;
  private final String username;
  private final String password;

  Database(String url, String username, String password) {
    this.url = url;
    this.username = username;
    this.password = password;
  }

  /**
   * @throws UnusableDatabaseException if the URL names a database that is not supported
   */
  static Database of(String url, String username, String password) {
    if (url.startsWith("jdbc:h2:")) {
      return new H2Database(url, username, password);
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return new PostgresDatabase(url, username, password);
    }
    throw new UnusableDatabaseException(
        "The database URL " + url + " is neither H2 nor PostgreSQL.",
        "Set spring.datasource.url to jdbc:postgresql://HOST:PORT/DATABASE, or leave it out to use"
            + " a file in the data directory.",
        null);
  }

  /** The URL with which the modules' logins connect. */
  final String url() {
    return url;
  }

  final String password() {
    return password;
  }

  /** Opens the connection with which schemas and logins are made. */
  Connection openAsAdministrator() {
    try {
      return DriverManager.getConnection(administratorUrl(), username, password);
    } catch (SQLException e) {
      throw cannotOpen(e);
    }
  }

  String administratorUrl() {
    return url;
  }

  UnusableDatabaseException cannotOpen(SQLException e) {
    return new UnusableDatabaseException(
        "The database " + url + " cannot be opened as " + username + ": " + e.getMessage(),
        "Check spring.datasource.url, .username and .password; nothing was changed.",
        e);
  }

  /** An unquoted name as the database's catalog spells it. */
  abstract String folded(String name);

  /** Called once, before anything else is done with the database. */
  abstract void prepare(Connection administrator) throws SQLException;

  /** Statements that create the schema and its two logins, or give existing ones this password. */
  abstract List<String> provision(ModuleSchema schema, LoginPasswords passwords);

  /** Statements that let a module's app login insert rows into a table of another schema. */
  abstract List<String> letAppend(ModuleSchema module, String schema, String table);

  /** Called once, after all migrations, with what must hold before the first business commit. */
  abstract void assertDurable(Connection administrator) throws SQLException;
}
