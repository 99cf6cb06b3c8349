package com.gotracker.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Where the pool gets its connections: those of the app's login, and never before commits last. */
class AppConnections extends AbstractDataSource {

  private final Database database;
  private final Durability durability;

  AppConnections(Database database, Durability durability) {
    this.database = database;
    this.durability = durability;
  }

  @Override
  public Connection getConnection() throws SQLException {
    durability.ensure();
    Properties options = new Properties();
    options.setProperty("user", database.app().name());
    options.setProperty("password", database.app().password());
    if (database instanceof PostgresDatabase) {
      // One round trip for a batch of rows instead of one for each.
      options.setProperty("reWriteBatchedInserts", "true");
    }
    return DriverManager.getConnection(database.url(), options);
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("The tracker speaks to its database by one login");
  }
}
