package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The data directory of an earlier castle is opened by the present one.
 *
 * <p>How it was made: one order was delivered, and with transit and then preparing set to a hundred
 * years one was shipped, one left in preparation and one cancelled. With the sabotage {@code
 * polite-exception} in place an order was placed whose parcel could not be prepared, and with
 * {@code die} one at whose preparation the process ended. Both wait for their listeners.
 */
@Tag("seconds")
class EarlierCastleTest {

  private static final String DELIVERED = "01a2238d-e6f0-78e4-9f67-0c3a52cd127d";
  private static final String SHIPPED = "01a2238d-fe1d-7fb2-b3c3-b295e5b34375";
  private static final String IN_PREPARATION = "01a2238e-110a-75f9-b276-9b5fccaedbca";
  private static final String CANCELLED = "01a2238e-1176-77aa-b509-981de7ecf2b4";
  private static final String FAILED_LISTENER = "01a2238e-1b53-76f2-8217-4996266517de";
  private static final String KILLED_LISTENERS = "01a2238e-1fb8-729e-b504-83a909fba58e";

  @TempDir static Path directory;

  private static EarlierData earlier;
  private static List<String> waitingBefore;
  private static List<String> unknownBefore;
  private static ConfigurableApplicationContext running;
  private static ShopClient shop;

  @BeforeAll
  static void openWithThePresentShop() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    earlier = EarlierData.unpack("castle", directory);
    waitingBefore = listenersThatWait();
    unknownBefore = earlier.unknownEventTypes();
    running =
        new SpringApplicationBuilder(GopherShop.class)
            .run(
                "--shop.data-dir=" + directory,
                "--server.port=0",
                "--management.server.port=0",
                "--shipping.preparing=1h",
                "--shipping.tick=20ms",
                "--spring.main.log-startup-info=false");
    var environment = running.getEnvironment();
    shop =
        new ShopClient(
            environment.getRequiredProperty("local.server.port", Integer.class),
            environment.getRequiredProperty("local.management.port", Integer.class),
            new MovableClock());
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @Test
  void finishedOrdersAnswerAsTheyDid() {
    assertThat(shop.get("/api/orders/" + DELIVERED).is(200).text("/status")).isEqualTo("DELIVERED");
    assertThat(shop.get("/api/tracking/" + DELIVERED).is(200).json().get("history")).hasSize(3);
    assertThat(shop.get("/api/orders/" + CANCELLED).is(200).text("/status")).isEqualTo("CANCELLED");
    assertThat(
            shop.get("/api/invoices?orderId=" + CANCELLED).is(200).text("/items/0/creditNote/id"))
        .isNotEmpty();
  }

  @Test
  void whatListenersHadNotFinishedIsFinished() {
    assertThat(waitingBefore)
        .containsExactly("billing.order-placed", "delivery.order-placed", "delivery.order-placed");

    ShopClient.eventually(EarlierCastleTest::listenersThatWait, List::isEmpty);

    for (String order : List.of(FAILED_LISTENER, KILLED_LISTENERS)) {
      shop.awaitTracking(order, "PREPARING");
      shop.awaitInvoice(order);
      assertThat(shop.get("/api/orders/" + order).text("/status")).isEqualTo("PLACED");
    }
  }

  @Test
  void anOrderOnItsWayIsDelivered() {
    assertThat(shop.get("/api/orders/" + SHIPPED).text("/status")).isEqualTo("SHIPPED");

    int moved =
        earlier
            .asAdministrator()
            .update(
                """
                UPDATE delivery.shipment
                SET due_at = CURRENT_TIMESTAMP
                WHERE order_id = CAST(? AS UUID)
                """,
                SHIPPED);

    assertThat(moved).isOne();
    shop.awaitOrder(SHIPPED, "DELIVERED");
  }

  @Test
  void anOrderInPreparationCanBeCancelled() {
    shop.cancel(IN_PREPARATION).is(202);

    shop.awaitOrder(IN_PREPARATION, "CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "orders_app", "billing_app", "events_app", "delivery_owner"})
  void whatEverybodyCouldWorkOutOpensNothingAnyMore(String login, @TempDir Path untouched)
      throws IOException {
    EarlierData original = EarlierData.unpack("castle", untouched);

    assertThatCode(() -> original.asEarlier(login).execute("SELECT 1")).doesNotThrowAnyException();
    assertThatThrownBy(() -> earlier.asEarlier(login).execute("SELECT 1"))
        .rootCause()
        .hasMessageContaining("Wrong user name or password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders_app", "billing_app", "events_app", "delivery_owner"})
  void theLoginsHavePasswordsOfThisDirectory(String login) {
    assertThatCode(() -> earlier.as(login).execute("SELECT 1")).doesNotThrowAnyException();
  }

  @Test
  void nobodyElseCanReadWhatWasThereBefore() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    try (var files = Files.list(directory)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .as(file.toString())
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void ofItsOrdersNoneCountsAsAnnounced() {
    assertThat(
            earlier
                .asAdministrator()
                .queryForList("SELECT announced FROM orders.purchase_order", Long.class))
        .hasSize(6)
        .containsOnly(0L);
  }

  @Test
  void everyStoredEventTypeIsStillAClass() {
    assertThat(unknownBefore).isEmpty();
  }

  @Test
  void aRenamedEventWouldBeNoticed(@TempDir Path other) throws IOException {
    EarlierData renamed = EarlierData.unpack("castle", other);
    renamed
        .asAdministrator()
        .update(
            """
            UPDATE events.event_publication
            SET event_type = 'com.gophershop.order.OrderReceived'
            """);

    assertThat(renamed.unknownEventTypes()).containsExactly("com.gophershop.order.OrderReceived");
  }

  private static List<String> listenersThatWait() {
    return earlier
        .asAdministrator()
        .queryForList(
            "SELECT listener_id FROM events.event_publication ORDER BY listener_id", String.class);
  }
}
