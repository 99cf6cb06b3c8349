package com.gopher.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;

/** A relay in a process of its own, to be killed and frozen. */
final class RelayProcess {

  private RelayProcess() {}

  static JavaProcess start(Database database, Broker broker) throws Exception {
    return JavaProcess.start(
        RelayProcess.class.getName(), List.of(database.url(), broker.address()));
  }

  public static void main(String[] arguments) throws InterruptedException {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername("events_app");
    pool.setPassword("secret");
    pool.addDataSourceProperty("ApplicationName", "relay-" + ProcessHandle.current().pid());
    try (var relay = new Instance(pool, arguments[1], Map.of(), sender -> sender)) {
      Thread.currentThread().join();
    }
  }
}
