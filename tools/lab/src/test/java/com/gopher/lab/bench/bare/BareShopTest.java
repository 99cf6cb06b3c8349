package com.gopher.lab.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BareShopTest {

  @Test
  void aWorkerThatFailsEndsTheFloorAndLeavesNoThreadThatKeepsItAlive() throws SQLException {
    Set<Thread> before = lasting();
    var failing = new BareOrders(new Prepared(withoutTables()), UUID.randomUUID());

    assertThatThrownBy(() -> BareShop.run(List.of(failing), 0.1))
        .hasRootCauseMessage("there is no table");

    Awaitility.await()
        .pollInSameThread()
        .untilAsserted(() -> assertThat(lasting()).isSubsetOf(before));
  }

  /** The threads that a JVM waits for before it ends. */
  private static Set<Thread> lasting() {
    Set<Thread> lasting = new HashSet<>(Thread.getAllStackTraces().keySet());
    lasting.removeIf(Thread::isDaemon);
    return lasting;
  }

  private static Connection withoutTables() {
    return (Connection)
        Proxy.newProxyInstance(
            BareShopTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (connection, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                throw new SQLException("there is no table");
              }
              return null;
            });
  }
}
