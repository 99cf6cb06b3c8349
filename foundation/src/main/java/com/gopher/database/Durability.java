package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Keeps the promise that an acknowledged commit survives a killed process. H2 keeps it only while
 * an administrator that has asked for it stays connected: if a database server was restarted, it
 * must be back before an app login may commit anything.
 */
class Durability implements DisposableBean {

  private static final int ANSWER_SECONDS = 2;

  private final Database database;
  private final AtomicReference<Connection> administrator = new AtomicReference<>();

  Durability(Database database) {
    this.database = database;
  }

  /** Called before each new connection of an app login. */
  synchronized void ensure() throws SQLException {
    if (database.type().isDurableByItself() || isConnected()) {
      return;
    }
    Connection opened = database.openAsAdministrator();
    database.type().makeDurable(opened);
    administrator.set(opened);
  }

  private boolean isConnected() throws SQLException {
    Connection open = administrator.get();
    return open != null && open.isValid(ANSWER_SECONDS);
  }

  @Override
  public synchronized void destroy() {
    // Quietly: if the database went away first there is nothing left to close.
    JdbcUtils.closeConnection(administrator.get());
  }
}
