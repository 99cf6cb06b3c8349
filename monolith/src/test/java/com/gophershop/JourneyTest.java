package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The shop from the order to the door, seen from outside. */
@ShopTest
class JourneyTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;
  @Autowired MovableClock clock;

  @Test
  void anOrderIsBilledPackedShippedAndDelivered() {
    String order = shop.newOrder();
    shop.awaitInvoice(order);
    shop.awaitTracking(order, "PREPARING");
    assertThat(shop.get("/api/orders/" + order).text("/status")).isEqualTo("PLACED");

    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "SHIPPED");

    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "DELIVERED");

    Answer parcel = shop.awaitTracking(order, "DELIVERED");
    assertThat(parcel.json().at("/history").valueStream().map(it -> it.at("/status").asString()))
        .containsExactly("PREPARING", "SHIPPED", "DELIVERED");
    assertThatIsBilled(order, 1, 0);
  }

  @Test
  void aParcelDoesNotMoveBeforeItsTime() {
    Duration halfOfAStep = Duration.ofSeconds(30);
    String early = shop.newOrderInPreparation();
    clock.advance(halfOfAStep);
    String late = shop.newOrderInPreparation();

    clock.advance(halfOfAStep);
    shop.awaitOrder(early, "SHIPPED");

    assertThat(shop.get("/api/tracking/" + late).text("/status")).isEqualTo("PREPARING");
    assertThat(shop.get("/api/orders/" + late).text("/status")).isEqualTo("PLACED");
  }

  @Test
  void anOrderCancelledInTimeIsCreditedOnceAndNeverShipped() {
    String order = shop.newOrderInPreparation();

    assertThat(shop.cancel(order).is(202).text("/status")).isEqualTo("CANCELLING");
    shop.awaitOrder(order, "CANCELLED");
    shop.letTheParcelMoveOn();
    shop.letTheParcelMoveOn();
    waitUntilAnotherParcelWouldHaveLeft();

    assertThat(shop.get("/api/orders/" + order).text("/status")).isEqualTo("CANCELLED");
    Answer parcel = shop.get("/api/tracking/" + order);
    assertThat(parcel.text("/status")).isEqualTo("CANCELLED");
    assertThat(parcel.json().at("/history").valueStream().map(it -> it.at("/status").asString()))
        .containsExactly("PREPARING", "CANCELLED");
    assertThatIsBilled(order, 1, 1);
  }

  @Test
  void anOrderThatHasLeftCannotBeCancelled() {
    String order = shop.newOrderInPreparation();
    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "SHIPPED");

    assertThat(shop.cancel(order).isProblem(409).text("/detail"))
        .contains(order, "already shipped");

    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "DELIVERED");
    assertThat(shop.cancel(order).isProblem(409).text("/detail")).contains("already delivered");
    assertThatIsBilled(order, 1, 0);
  }

  @Test
  void aCancelledOrderCannotBeCancelledAgain() {
    String order = shop.newOrderInPreparation();
    shop.cancel(order).is(202);
    shop.awaitOrder(order, "CANCELLED");

    assertThat(shop.cancel(order).isProblem(409).text("/detail")).contains("already cancelled");

    assertThatIsBilled(order, 1, 1);
  }

  @Test
  void anOrderMayBeCancelledTheMomentItIsPlaced() {
    String order = shop.newOrder();

    shop.cancel(order).is(202);

    shop.awaitOrder(order, "CANCELLED");
    shop.awaitInvoice(order);
    assertThatIsBilled(order, 1, 1);
  }

  /** One parcel that is due at the same time proves that the shipping clock has been at work. */
  private void waitUntilAnotherParcelWouldHaveLeft() {
    String other = shop.newOrderInPreparation();
    shop.letTheParcelMoveOn();
    shop.awaitOrder(other, "SHIPPED");
  }

  private void assertThatIsBilled(String order, int invoices, int creditNotes) {
    database.awaitQuiet();
    UUID id = UUID.fromString(order);
    assertThat(database.rowsOf(id, "billing.invoice")).isEqualTo(invoices);
    assertThat(database.rowsOf(id, "billing.credit_note")).isEqualTo(creditNotes);
  }
}
