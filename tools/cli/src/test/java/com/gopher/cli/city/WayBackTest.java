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
import com.gopher.cli.journey.CustomerClient.Parcel;
import com.gopher.launcher.process.RunningProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A city becomes a castle again, and what its tracker has delivered is still known. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class WayBackTest extends OnFreshData {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void aCityIsLeftForGoodWhenTheTrackerHoldsNothingAndNoHistoryIsLost() throws Exception {
    assertSucceeds(launcher.upCity());
    Order delivered = placeAnOrder(shop());
    awaitDelivered(delivered);
    Parcel parcel = parcel(delivered);
    RunningProcess tracker = launcher.data().running("tracker").orElseThrow();
    launcher.signal("KILL", tracker.pid());
    await().atMost(PATIENCE).until(() -> !tracker.isAlive());
    Order held = placeAnOrder(shop());

    Path said = temporary.resolve("said");
    Process waiting = launcher.start(said, "rollback", "--for-good");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Files.readString(said))
                    .contains("New orders are the shop's (in-process)", "Ctrl-C leaves")
                    .contains("still holds open orders: 1", "No tracker is ready"));
    launcher.signal("INT", waiting.pid());
    assertThat(waiting.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(launcher.run("status").out())
        .as("who leaves it ends nothing")
        .containsPattern("shop .* ready")
        .contains("New orders are the shop's (in-process)", "1 of the tracker");
    Order own = placeAnOrder(shop());
    awaitDelivered(own);

    assertSucceeds(launcher.run("up", "city", "--detach"));
    Outcome ended = launcher.run("rollback", "--for-good");

    assertSucceeds(ended);
    assertThat(ended.err()).contains("The city has ended", "Next: ./shop up castle --detach");
    assertThat(launcher.data().running()).isEmpty();
    assertSucceeds(launcher.run("up", "castle", "--detach"));
    for (Order order : List.of(delivered, held, own)) {
      assertThat(shop().order(order.id()).status()).isEqualTo("DELIVERED");
      assertThat(parcel(order).history())
          .extracting(CustomerClient.Step::status)
          .containsExactly("PREPARING", "SHIPPED", "DELIVERED");
    }
    assertThat(parcel(delivered)).as("with its number and all its times").isEqualTo(parcel);
    awaitDelivered(placeAnOrder(shop()));

    Outcome again = launcher.run("rollback", "--for-good");
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("No city lives", "Nothing was changed");
  }

  private static void assertSucceeds(Outcome outcome) {
    assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
  }

  private void awaitDelivered(Order order) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shop().order(order.id()).status()).isEqualTo("DELIVERED"));
  }

  /** As the shop itself knows it. */
  private Parcel parcel(Order order) {
    return shop().parcelOf(order).orElseThrow();
  }

  private CustomerClient shop() {
    return new CustomerClient(BaseUrls.of(launcher.shop().url()));
  }

  private static Order placeAnOrder(CustomerClient shop) {
    var customer =
        shop.register(
            "Ada Gopher",
            "ada@gopher.example",
            new Address("Burrow Lane 7", "10115", "Berlin", "Germany"));
    return shop.place(customer, List.of(new Line(shop.products().get(0).sku(), 1)));
  }
}
