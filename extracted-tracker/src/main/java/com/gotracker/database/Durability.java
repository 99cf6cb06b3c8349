package com.gotracker.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Keeps the promise that an acknowledged commit survives a killed process. H2 keeps it only while
 * an administrator who has asked for it stays connected: if a database server was restarted, he
 * must be back before the app's login may commit anything.
 */
class Durability implements DisposableBean {

  private static final int ANSWER_SECONDS = 2;

  private final Database database;
  private @Nullable Connection administrator;
  private boolean staysConnected = true;

  Durability(Database database) {
    this.database = database;
  }

  /** Called before each new connection of the app. */
  synchronized void ensure() throws SQLException {
    if (!staysConnected || (administrator != null && administrator.isValid(ANSWER_SECONDS))) {
      return;
    }
    Connection opened = database.openAsAdministrator();
    staysConnected = database.makeDurable(opened);
    if (staysConnected) {
      administrator = opened;
    } else {
      opened.close();
    }
  }

  @Override
  public synchronized void destroy() throws SQLException {
    if (administrator != null) {
      administrator.close();
    }
  }
}
