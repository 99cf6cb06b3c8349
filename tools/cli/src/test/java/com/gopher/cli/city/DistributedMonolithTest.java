package com.gopher.cli.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.OnFreshData;
import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.CustomerClient;
import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Line;
import com.gopher.cli.journey.CustomerClient.Order;
import com.gopher.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shop and a shipping process on one database, as a user starts them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("seconds")
class DistributedMonolithTest extends OnFreshData {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void theJourneyIsTrueAndWithoutTheShippingProcessNoParcelIsPrepared() throws Exception {
    up();
    assertThat(launcher.data().running())
        .extracting(RunningProcess::name)
        .containsExactly("database", "shop", "shipping");
    Outcome journey = launcher.run("journey", "--patience", "120");
    assertThat(journey.exit()).as(journey.out()).isZero();
    assertThat(launcher.run("status").exit()).isZero();

    RunningProcess shipping = launcher.data().running("shipping").orElseThrow();
    launcher.signal("KILL", shipping.pid());
    await().atMost(PATIENCE).until(() -> !shipping.isAlive());
    var shop = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    Order order = placeAnOrder(shop);
    assertThat(shop.parcelOf(order)).as("that the parcels were the shop's own").isEmpty();
    Outcome status = launcher.run("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.err()).contains("./shop up distributed-monolith --detach");

    up();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shop.order(order.id()).status()).isEqualTo("DELIVERED"));

    launcher.run("down");
    assertRefused(launcher.run("up", "castle", "--detach"), "is a distributed monolith's");
    assertRefused(launcher.run("up", "city", "--detach"), "is a distributed monolith's");
  }

  @Test
  void itTakesNoDataOfACastle() throws Exception {
    assertThat(launcher.run("up", "castle", "--detach", "--shop-port", "0").exit()).isZero();
    assertRefused(launcher.run("up", "distributed-monolith", "--detach"), "is a castle's");
    assertRefused(
        launcher.run("up", "distributed-monolith", "--detach", "--trackers", "2"),
        "a distributed monolith has none of it");
  }

  private static void assertRefused(Outcome outcome, String reason) {
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains(reason).doesNotContain("Exception");
  }

  private void up() throws Exception {
    Outcome up =
        launcher.run(
            "up", "distributed-monolith", "--detach", "--shop-port", "0", "--ready-within", "300");
    assertThat(up.exit()).as(up.err()).isZero();
  }

  private static Order placeAnOrder(CustomerClient shop) {
    var grace = shop.register("Grace", "grace@example.org", new Address("a", "1", "b", "Germany"));
    return shop.place(grace, List.of(new Line(shop.products().get(0).sku(), 1)));
  }
}
