package com.gopher.cli.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher;
import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.ShopCommand;
import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.CustomerClient;
import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Customer;
import com.gopher.cli.journey.CustomerClient.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shop and tracker of a real city say the same of the same orders, while customers order. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("seconds")
class ReconcileCityTest {

  private static final Address ADDRESS = new Address("Burrow Lane 7", "10115", "Berlin", "Germany");

  /** Before the cutover, and as many behind it. */
  private static final int RUNS = 10;

  @TempDir Path directory;

  @Test
  void nothingIsFoundUnderLoadAndAnOrderThatOnlyTheTrackerKnowsIs() throws Exception {
    var launcher = new Launcher(directory.resolve("data"));
    var command = new ShopCommand(directory.resolve("data"));
    Outcome up = launcher.upCity();
    assertThat(up.exit()).as(up.err()).isZero();
    try {
      assertThat(command.run("rollback").exit()).isZero();
      whileCustomersOrder(
          launcher,
          () -> {
            reconcileAgainAndAgain(command);
            assertThat(command.run("cutover", "--longest-wait", "30").exit()).isZero();
            reconcileAgainAndAgain(command);
          });

      UUID extra = UUID.randomUUID();
      try (var topics = new CityTopics(url(launcher, "kafka").substring("kafka://".length()))) {
        topics.put("shop.orders", extra.toString(), placed(extra).getBytes(UTF_8), Map.of());
      }

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> {
                Outcome outcome = command.run("reconcile", "--grace", "1");
                assertThat(outcome.exit()).isEqualTo(1);
                assertThat(outcome.out())
                    .contains("Different: 1.", extra + ": the shop does not know it");
              });
    } finally {
      launcher.run("down");
    }
  }

  private static void reconcileAgainAndAgain(ShopCommand command) {
    for (int i = 0; i < RUNS; i++) {
      Outcome outcome = command.run("reconcile", "--grace", "5");
      assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.out()).contains("Different: 0. Pending: 0.");
    }
  }

  private static void whileCustomersOrder(Launcher launcher, Runnable work) {
    var ended = new AtomicBoolean();
    var placed = new AtomicInteger();
    CompletableFuture<Void> customers =
        CompletableFuture.runAsync(() -> order(launcher, ended, placed));
    try {
      await().atMost(Duration.ofMinutes(1)).until(() -> placed.get() > 10);
      work.run();
    } finally {
      ended.set(true);
      customers.join();
    }
    assertThat(placed.get()).isGreaterThan(20);
  }

  private static void order(Launcher launcher, AtomicBoolean ended, AtomicInteger placed) {
    var shop = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    String customer = shop.register("Ada Gopher", "ada@gopher.example", ADDRESS).id();
    var line = new Line(shop.products().get(0).sku(), 1);
    while (!ended.get()) {
      shop.place(new Customer(customer, "Ada Gopher", ADDRESS), List.of(line));
      placed.incrementAndGet();
    }
  }

  private static String url(Launcher launcher, String process) {
    return launcher.data().running(process).orElseThrow().url().toString();
  }

  private static String placed(UUID order) {
    return """
        {"id":"%s","sequence":1,"decider":"tracker","status":"PLACED","customerId":"%s",
         "lines":[{"sku":"GS-1001","title":"A book","quantity":1,
                   "unitPrice":{"amount":"24.90","currency":"EUR"}}],
         "total":{"amount":"24.90","currency":"EUR"},
         "placedAt":"2026-11-22T12:00:00Z","changedAt":"2026-11-22T12:00:00Z"}
        """
        .formatted(order, UUID.randomUUID());
  }
}
