package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.beans.factory.DisposableBean;

/**
 * Kept open for the life of an H2 process, so that no module's login is the one that opens the file
 * (and with it the default, lossy write delay).
 */
record AdministratorConnection(Connection connection) implements DisposableBean {

  @Override
  public void destroy() throws SQLException {
    connection.close();
  }
}
