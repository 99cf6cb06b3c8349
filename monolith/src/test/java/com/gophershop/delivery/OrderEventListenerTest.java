package com.gophershop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gophershop.EventLog;
import com.gophershop.Money;
import com.gophershop.MovableClock;
import com.gophershop.Redelivery;
import com.gophershop.ShopClient;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.Together;
import com.gophershop.customer.CustomerId;
import com.gophershop.order.Decider;
import com.gophershop.order.OrderCancellationRequested;
import com.gophershop.order.OrderId;
import com.gophershop.order.OrderPlaced;
import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentEvent;
import com.gophershop.tracking.ShipmentPrepared;
import com.gophershop.tracking.ShipmentShipped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.util.AopTestUtils;

/** One parcel for each order, and none that leaves after it was stopped. */
@ShopTest
class OrderEventListenerTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Autowired OrderEventListener proxy;
  @Autowired Dispatch dispatch;
  @Autowired ShopDatabase database;
  @Autowired EventLog events;
  @Autowired MovableClock clock;

  private final UUID order = UUID.randomUUID();
  private OrderEventListener listener;

  @BeforeEach
  void withoutThreads() {
    listener = AopTestUtils.getUltimateTargetObject(proxy);
  }

  @Test
  void anOrderToldOfTwiceIsPreparedOnce() {
    listener.on(placed(order, Decider.SHOP));
    listener.on(placed(order, Decider.SHOP));

    assertThatItIs("PREPARING", 1);
    assertThat(published(ShipmentPrepared.class, order)).hasSize(1);
  }

  @Test
  void inWhateverOrderEventsComeACancelledOrderIsNeverShipped() {
    List<UUID> orders = new ArrayList<>();
    for (List<String> arrival :
        Redelivery.ordersOf(Redelivery.twice(List.of("placed", "cancellation")))) {
      UUID id = UUID.randomUUID();
      orders.add(id);
      arrival.forEach(it -> tell(it, id));
      assertThat(shipment(id).get("status")).as("%s", arrival).isEqualTo("CANCELLED");
      assertThat(published(ShipmentCancelled.class, id)).as("%s", arrival).hasSize(1);
    }

    letEverythingDueLeave();

    assertThat(orders)
        .allSatisfy(
            id -> {
              assertThat(shipment(id).get("status")).isEqualTo("CANCELLED");
              assertThat(published(ShipmentShipped.class, id)).isEmpty();
            });
  }

  @Test
  void aCancellationThatComesFirstLeavesAMarkAndNothingIsPrepared() {
    listener.on(cancellation(order, Decider.SHOP));
    assertThatItIs("CANCELLED", 1);

    listener.on(placed(order, Decider.SHOP));

    assertThatItIs("CANCELLED", 1);
    assertThat(published(ShipmentPrepared.class, order)).isEmpty();
  }

  @Test
  void withoutTheMarkTheOrderWouldBePrepared() {
    listener.on(cancellation(order, Decider.SHOP));
    database.asAdministrator().update("DELETE FROM delivery.shipment WHERE order_id = ?", order);

    listener.on(placed(order, Decider.SHOP));

    assertThatItIs("PREPARING", 1);
  }

  @Test
  void aCancellationThatComesTooLateChangesNothing() {
    listener.on(placed(order, Decider.SHOP));
    letEverythingDueLeave();

    listener.on(cancellation(order, Decider.SHOP));

    assertThatItIs("SHIPPED", 2);
    assertThat(published(ShipmentCancelled.class, order)).isEmpty();
  }

  @Test
  void whatAnotherDecidesAboutIsLeftAlone() {
    listener.on(placed(order, Decider.TRACKER));
    listener.on(cancellation(order, Decider.TRACKER));

    assertThat(database.rowsOf(order, "delivery.shipment")).isZero();
  }

  @RepeatedTest(10)
  void allEventsAtOnceEndInOneCancelledParcel() throws Exception {
    Together.all(
        Stream.of("placed", "placed", "placed", "cancellation", "cancellation", "cancellation")
            .map(this::delivery)
            .toList());

    assertThat(shipment(order).get("status")).isEqualTo("CANCELLED");
    assertThat(database.rowsOf(order, "delivery.shipment")).isOne();
  }

  @RepeatedTest(10)
  void aParcelEitherLeavesOrIsStoppedButNeverBoth() throws Exception {
    listener.on(placed(order, Decider.SHOP));
    clock.advance(Duration.ofSeconds(60));

    Together.all(
        List.of(
            delivery("cancellation"),
            Executors.callable(() -> Redelivery.untilItSucceeds(() -> dispatch.ship(100)), true),
            Executors.callable(() -> Redelivery.untilItSucceeds(() -> dispatch.ship(100)), true)));
    awaitDecision(order);
    database.awaitQuiet();

    assertThat(shipment(order).get("version")).isEqualTo(2L);
    assertThat(
            database
                .asAdministrator()
                .queryForList(
                    "SELECT status FROM tracking.parcel_history WHERE order_id = ?",
                    String.class,
                    order))
        .hasSize(2)
        .contains("PREPARING", (String) shipment(order).get("status"));
  }

  @Test
  void severalClocksShipEachParcelOnce() throws Exception {
    List<UUID> orders = Stream.generate(UUID::randomUUID).limit(50).toList();
    orders.forEach(it -> listener.on(placed(it, Decider.SHOP)));
    clock.advance(Duration.ofSeconds(60));

    Together.times(4, () -> dispatch.ship(100));
    orders.forEach(this::awaitDecision);

    assertThat(orders)
        .allSatisfy(
            it -> {
              assertThat(shipment(it).get("version")).isEqualTo(2L);
              assertThat(published(ShipmentShipped.class, it)).hasSize(1);
            });
  }

  @Test
  void theDatabaseItselfRefusesASecondParcel() {
    listener.on(placed(order, Decider.SHOP));

    assertThatThrownBy(
            () ->
                database
                    .asAdministrator()
                    .update(
                        """
                        INSERT INTO delivery.shipment
                        SELECT *
                        FROM delivery.shipment
                        WHERE order_id = ?
                        """,
                        order))
        .isInstanceOf(DuplicateKeyException.class);
  }

  private Callable<Boolean> delivery(String event) {
    return Executors.callable(() -> Redelivery.untilItSucceeds(() -> tell(event, order)), true);
  }

  private void tell(String event, UUID id) {
    if ("placed".equals(event)) {
      listener.on(placed(id, Decider.SHOP));
    } else {
      listener.on(cancellation(id, Decider.SHOP));
    }
  }

  /** A parcel that is due later than all others has left: so have they. */
  private void letEverythingDueLeave() {
    UUID last = UUID.randomUUID();
    dispatch.prepare(last);
    clock.advance(Duration.ofSeconds(60));
    awaitDecision(last);
  }

  private void awaitDecision(UUID id) {
    ShopClient.eventually(() -> shipment(id).get("status"), status -> !"PREPARING".equals(status));
  }

  private void assertThatItIs(String status, long version) {
    assertThat(shipment(order)).containsEntry("status", status).containsEntry("version", version);
  }

  private Map<String, Object> shipment(UUID id) {
    return database
        .asAdministrator()
        .queryForMap("SELECT status, version FROM delivery.shipment WHERE order_id = ?", id);
  }

  private <T extends ShipmentEvent> List<T> published(Class<T> type, UUID id) {
    return events.published(type, it -> it.orderId().equals(id));
  }

  private static OrderPlaced placed(UUID order, Decider decider) {
    return new OrderPlaced(
        new OrderId(order),
        1,
        decider,
        new CustomerId(UUID.randomUUID()),
        List.of(),
        new Money(BigDecimal.ONE, "EUR"),
        NOON);
  }

  private static OrderCancellationRequested cancellation(UUID order, Decider decider) {
    return new OrderCancellationRequested(new OrderId(order), 2, decider, NOON);
  }
}
