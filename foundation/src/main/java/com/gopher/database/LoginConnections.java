package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Where a pool gets the connections of one login: never before commits last. */
final class LoginConnections extends AbstractDataSource {

  private static final int CLOSING_SECONDS = 5;

  private final Database database;
  private final Durability durability;
  private final ClosedDatabase closed;
  private final String login;
  private final String password;

  LoginConnections(
      Database database,
      Durability durability,
      ClosedDatabase closed,
      String login,
      String password) {
    this.database = database;
    this.durability = durability;
    this.closed = closed;
    this.login = login;
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    closed.refuseIfNoticed();
    try {
      durability.ensure();
      return database.open(login, password);
    } catch (SQLException e) {
      closed.notice(e);
      throw e;
    }
  }

  /** In seconds. A pool that is closed waits as long for a connection that is just being opened. */
  @Override
  public int getLoginTimeout() {
    return CLOSING_SECONDS;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The drivers of both databases have their own.
  }

  @Override
  public Connection getConnection(String username, String itsPassword) {
    throw new UnsupportedOperationException("A pool has the connections of one login");
  }
}
