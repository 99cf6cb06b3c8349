package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
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
  private @Nullable Connection administrator;
  private boolean staysConnected = true;

  Durability(Database database) {
    this.database = database;
  }

  /** Called before each new connection of an app login. */
  synchronized void ensure() throws SQLException {
    if (!staysConnected || (administrator != null && administrator.isValid(ANSWER_SECONDS))) {
      return;
    }
    Connection opened = database.openAsAdministrator();
    staysConnected = database.type().makeDurable(opened);
    if (staysConnected) {
      administrator = opened;
    } else {
      opened.close();
    }
  }

  @Override
  public synchronized void destroy() {
    // Quietly: if the database went away first there is nothing left to close.
    JdbcUtils.closeConnection(administrator);
  }
}
