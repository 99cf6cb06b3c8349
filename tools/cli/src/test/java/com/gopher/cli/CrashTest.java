package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.CustomerClient;
import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Customer;
import com.gopher.cli.journey.CustomerClient.Line;
import com.gopher.cli.journey.CustomerClient.Order;
import com.gopher.cli.journey.JourneyEnded;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.Castle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the shop has said yes to survives that the shop is killed in mid sentence. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class CrashTest {

  private static final int ROUNDS = 3;
  private static final int CLIENTS = 4;
  private static final int ORDERS_BEFORE_THE_KILL = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path temporary;

  private final Queue<Order> accepted = new ConcurrentLinkedQueue<>();

  @AfterEach
  void endTheShop() {
    new Fleet(data(), quiet(), PATIENCE).takeDown();
  }

  @Test
  void everyAcceptedOrderSurvivesAKillAndIsDeliveredAndInvoicedOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      RunningProcess shop = bringUp();
      int before = accepted.size();
      List<Thread> clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(number -> new Thread(() -> buyUntilItDies(shop)))
              .toList();
      clients.forEach(Thread::start);
      await().atMost(PATIENCE).until(() -> accepted.size() >= before + ORDERS_BEFORE_THE_KILL);
      ProcessHandle.of(shop.pid()).orElseThrow().destroyForcibly();
      for (Thread client : clients) {
        client.join();
      }
    }
    RunningProcess shop = bringUp();
    var client = new CustomerClient(BaseUrls.of(shop.url()));
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(ROUNDS * ORDERS_BEFORE_THE_KILL);
    for (Order order : accepted) {
      await()
          .alias("the order " + order.id())
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(client.order(order.id()).status()).isEqualTo("DELIVERED");
                assertThat(client.invoicesOf(order)).hasSize(1);
              });
    }
  }

  private void buyUntilItDies(RunningProcess shop) {
    while (shop.isAlive()) {
      try {
        buyUntilRefused(new CustomerClient(BaseUrls.of(shop.url())));
      } catch (JourneyEnded refusedOrDead) {
        // Expected: a shop that catches up may be too busy, and an order whose answer was cut off
        // was not accepted and may or may not exist.
      }
    }
  }

  private void buyUntilRefused(CustomerClient client) {
    Customer customer =
        client.register(
            "Ada Gopher",
            "ada@gopher.example",
            new Address("Burrow Lane 7", "10115", "Berlin", "Germany"));
    String sku = client.products().get(0).sku();
    while (true) {
      accepted.add(client.place(customer, List.of(new Line(sku, 1))));
    }
  }

  private RunningProcess bringUp() throws InterruptedException {
    List<String> command = new FastStart(Jdk.current(), quiet()).command(Launcher.JAR);
    return new Fleet(data(), quiet(), PATIENCE)
        .bringUp(() -> new Castle(data(), command, Launcher.FAST_SHIPPING, 0).processes())
        .get(0);
  }

  private DataDirectory data() {
    return new DataDirectory(temporary.resolve("data"));
  }

  private static Console quiet() {
    return new Console(System.out, System.out, false);
  }
}
