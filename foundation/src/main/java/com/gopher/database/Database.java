package com.gopher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * A database and its administrator.
 *
 * @param url with which all but the administrator connect
 * @param program what the application calls itself in messages
 */
record Database(DatabaseType type, String url, String username, String password, String program) {

  /**
   * @throws UnusableDatabaseException if the URL names a database that is not supported
   */
  static Database of(String url, String username, String password, String program) {
    return new Database(type(url), url, username, password, program);
  }

  private static DatabaseType type(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return new H2();
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return new PostgreSql();
    }
    throw new UnusableDatabaseException(
        "The database URL " + url + " is neither H2 nor PostgreSQL.",
        "Set spring.datasource.url to jdbc:postgresql://HOST:PORT/DATABASE, or leave it out to use"
            + " a file in the data directory.",
        null);
  }

  /** The file it is kept in, if this process opens that itself. */
  Optional<DatabaseFile> file() {
    return DatabaseFile.of(url);
  }

  /** The same with another password of its administrator. */
  Database with(String otherPassword) {
    return new Database(type, url, username, otherPassword, program);
  }

  /**
   * Opens a connection that may make schemas and logins. A file from the time when nobody needed a
   * password gets this one, and one that was not closed loses what an unfinished transaction left.
   */
  Connection openAsAdministrator() throws SQLException {
    Optional<DatabaseFile> leftOpen = file().filter(DatabaseFile::wasLeftOpen);
    Connection administrator = connectAsAdministrator();
    if (leftOpen.isPresent()) {
      try {
        LeftoverRows.takeOutOf(leftOpen.get(), administrator);
      } catch (SQLException e) {
        administrator.close();
        throw e;
      }
    }
    return administrator;
  }

  private Connection connectAsAdministrator() throws SQLException {
    try {
      return DriverManager.getConnection(type.administratorUrl(url), username, password);
    } catch (SQLException e) {
      if (!password.isEmpty() && file().isPresent() && type.isWrongPassword(e)) {
        return EarlierPasswords.replaced(this, e);
      }
      throw e;
    }
  }

  Connection open(String login, String itsPassword) throws SQLException {
    Properties options = type.options();
    options.setProperty("user", login);
    options.setProperty("password", itsPassword);
    return DriverManager.getConnection(url, options);
  }

  UnusableDatabaseException cannotOpen(SQLException e) {
    if (type.isInUse(e)) {
      return new UnusableDatabaseException(
          "The database file of " + url + " is in use by another process.",
          "Stop the other %1$s, or choose another data directory (%1$s.data-dir); nothing was changed."
              .formatted(program),
          e);
    }
    if (type.isDamaged(e) && file().isPresent()) {
      return file().orElseThrow().damaged(e);
    }
    if (type.isWrongPassword(e) && file().isPresent()) {
      return AdministratorPassword.isAnother(file().orElseThrow(), e);
    }
    return new UnusableDatabaseException(
        "The database %s cannot be opened as %s: %s".formatted(url, username, e.getMessage()),
        "Check spring.datasource.url, .username and .password; nothing was changed.",
        e);
  }

  /** The same without the password. */
  @Override
  public String toString() {
    return url + " as " + username;
  }
}
