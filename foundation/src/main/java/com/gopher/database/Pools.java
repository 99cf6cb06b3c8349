package com.gopher.database;

import com.zaxxer.hikari.HikariDataSource;

/** Makes the pools of connections, one for each login. */
final class Pools {

  private static final long INITIALIZATION_MILLIS = 10_000;

  private final Database database;
  private final Durability durability;
  private final ClosedDatabase closed;
  private final DatabaseSettings settings;

  Pools(
      Database database, Durability durability, ClosedDatabase closed, DatabaseSettings settings) {
    this.database = database;
    this.durability = durability;
    this.closed = closed;
    this.settings = settings;
  }

  HikariDataSource of(String login, String password) {
    // Created empty, a pool connects at its first use: start-up does not wait for all of them.
    var pool = new HikariDataSource();
    pool.setPoolName(login);
    pool.setDataSource(new LoginConnections(database, durability, closed, login, password));
    pool.setExceptionOverride(new BrokenConnections(closed));
    pool.setMaximumPoolSize(settings.connections());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(settings.connectionTimeout().toMillis());
    // Another process that starts on the same database sets the logins up once more, and H2 refuses
    // a login at that very moment: it is tried again.
    pool.setInitializationFailTimeout(INITIALIZATION_MILLIS);
    return pool;
  }
}
