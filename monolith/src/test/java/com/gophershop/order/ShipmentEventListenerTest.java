package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.EventLog;
import com.gophershop.Redelivery;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.Together;
import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentShipped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;

/** An order follows its shipment, whatever it learns of in whatever order. */
@ShopTest
class ShipmentEventListenerTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Autowired ShipmentEventListener proxy;
  @Autowired OrderManagement book;
  @Autowired UndecidedOrders undecided;
  @Autowired ShopDatabase database;
  @Autowired EventLog events;

  private ShipmentEventListener listener;

  @BeforeEach
  void withoutThreads() {
    listener = AopTestUtils.getUltimateTargetObject(proxy);
  }

  @Test
  void inWhateverOrderNewsComesTheOrderIsDelivered() {
    for (List<String> arrival :
        Redelivery.ordersOf(Redelivery.twice(List.of("shipped", "delivered")))) {
      OrderId order = undecided.place();
      arrival.forEach(it -> tell(it, order));

      assertThat(statusOf(order)).as("%s", arrival).isEqualTo(OrderStatus.DELIVERED);
    }
  }

  @Test
  void newsOfACancellationToldTwiceCancelsTheOrderOnce() {
    OrderId order = undecided.place();
    book.requestCancellation(order);

    tell("cancelled", order);
    tell("cancelled", order);

    assertThat(statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(book.find(order).orElseThrow().version()).isEqualTo(3);
    assertThat(cancellationsTold(order)).isOne();
  }

  @Test
  void anOrderWhoseParcelHasLeftIsShippedAndNotCancelledHoweverManyAskedForIt() {
    OrderId order = undecided.place();
    book.requestCancellation(order);

    tell("shipped", order);

    assertThat(statusOf(order)).isEqualTo(OrderStatus.SHIPPED);
    assertThat(cancellationsTold(order)).isZero();
  }

  @Test
  void newsOfAnOrderThatIsNotOursIsNoReasonToFail() {
    OrderId stranger = new OrderId(UUID.randomUUID());

    Stream.of("shipped", "delivered", "cancelled").forEach(it -> tell(it, stranger));

    assertThat(book.find(stranger)).isEmpty();
  }

  @RepeatedTest(10)
  void allNewsAtOnceEndsInTheSameState() throws Exception {
    OrderId order = undecided.place();

    Together.all(
        Stream.of("shipped", "delivered", "shipped", "delivered", "shipped", "delivered")
            .map(it -> delivery(it, order))
            .toList());

    assertThat(statusOf(order)).isEqualTo(OrderStatus.DELIVERED);
  }

  @RepeatedTest(10)
  void manyCancellationsAtOnceCancelTheOrderOnce() throws Exception {
    OrderId order = undecided.place();
    book.requestCancellation(order);

    Together.all(Stream.generate(() -> delivery("cancelled", order)).limit(6).toList());

    assertThat(statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancellationsTold(order)).isOne();
    database.awaitQuiet();
    assertThat(database.rowsOf(order.value(), "billing.credit_note")).isOne();
  }

  private Callable<Boolean> delivery(String event, OrderId order) {
    return Executors.callable(() -> Redelivery.untilItSucceeds(() -> tell(event, order)), true);
  }

  private void tell(String event, OrderId order) {
    UUID id = order.value();
    switch (event) {
      case "shipped" -> listener.on(new ShipmentShipped(id, "GT-1", 2, NOON));
      case "delivered" -> listener.on(new ShipmentDelivered(id, "GT-1", 3, NOON));
      default -> listener.on(new ShipmentCancelled(id, "GT-1", 2, NOON));
    }
  }

  private OrderStatus statusOf(OrderId order) {
    return book.find(order).orElseThrow().status();
  }

  private int cancellationsTold(OrderId order) {
    return events.published(OrderCancelled.class, it -> it.orderId().equals(order)).size();
  }
}
