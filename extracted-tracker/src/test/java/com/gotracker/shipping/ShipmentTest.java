package com.gotracker.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShipmentTest {

  private static final ShippingTimes TIMES =
      new ShippingTimes(Duration.ofSeconds(10), Duration.ofSeconds(20));

  private final UUID order = UUID.randomUUID();

  @Test
  void aPlacedOrderIsToBePrepared() {
    Shipment shipment = hear(null, Orders.update(order, 1, OrderStatus.PLACED));

    assertThat(shipment.status()).isEqualTo(ShipmentStatus.PREPARING);
    assertThat(shipment.dueAt()).isEqualTo(Orders.NOON.plusSeconds(10));
    assertThat(shipment.history()).containsExactly(new Step(ShipmentStatus.PREPARING, Orders.NOON));
  }

  @Test
  void aCancellationThatComesFirstLeavesAMark() {
    Shipment mark = hear(null, Orders.update(order, 2, OrderStatus.CANCELLING));
    Shipment later = hear(mark, Orders.update(order, 1, OrderStatus.PLACED));

    assertThat(later).isEqualTo(mark);
    assertThat(later.status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(later.dueAt()).isNull();
  }

  @Test
  void aParcelThatHasLeftIsNotCancelled() {
    Shipment shipped =
        hear(null, Orders.update(order, 1, OrderStatus.PLACED))
            .ship(Orders.NOON, Orders.NOON.plusSeconds(1));

    assertThat(hear(shipped, Orders.update(order, 2, OrderStatus.CANCELLING)).status())
        .isEqualTo(ShipmentStatus.SHIPPED);
    assertThatThrownBy(() -> shipped.cancel(Orders.NOON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SHIPPED");
  }

  @Test
  void aTrackerThatLostItsMemoryGoesOnFromWhereTheOrderIs() {
    Shipment found = hear(null, Orders.update(order, 2, OrderStatus.SHIPPED));

    assertThat(found.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(found.dueAt()).isEqualTo(Orders.NOON.plusSeconds(20));
    assertThat(found.sequence()).isEqualTo(2);
    assertThat(hear(null, Orders.update(order, 3, OrderStatus.DELIVERED)).dueAt()).isNull();
  }

  @Test
  void inWhateverOrderNewsComesTheShipmentEndsTheSame() {
    assertThat(
            endings(
                Orders.history(
                    order, OrderStatus.PLACED, OrderStatus.CANCELLING, OrderStatus.CANCELLED)))
        .containsExactly(ShipmentStatus.CANCELLED);
    assertThat(
            endings(
                Orders.history(
                    order, OrderStatus.PLACED, OrderStatus.SHIPPED, OrderStatus.DELIVERED)))
        .containsExactly(ShipmentStatus.DELIVERED);
  }

  /** The control: without a look at the sequence, who comes last is right. */
  @Test
  void aReaderThatBelievesTheLastRecordEndsDifferently() {
    List<OrderUpdate> history =
        Orders.history(order, OrderStatus.PLACED, OrderStatus.SHIPPED, OrderStatus.DELIVERED);
    Set<ShipmentStatus> endings = new HashSet<>();
    for (List<OrderUpdate> arrival : Orders.permutations(history)) {
      OrderUpdate last = arrival.get(arrival.size() - 1);
      endings.add(Shipment.first(last, Orders.NOON, TIMES).status());
    }

    assertThat(endings).hasSizeGreaterThan(1);
  }

  private static Set<ShipmentStatus> endings(List<OrderUpdate> history) {
    Set<ShipmentStatus> endings = new HashSet<>();
    for (List<OrderUpdate> arrival : Orders.permutations(history)) {
      @Nullable Shipment shipment = null;
      for (OrderUpdate update : arrival) {
        shipment = hear(hear(shipment, update), update);
      }
      if (shipment != null) {
        endings.add(shipment.status());
      }
    }
    return endings;
  }

  private static Shipment hear(@Nullable Shipment shipment, OrderUpdate update) {
    if (shipment == null) {
      return Shipment.first(update, Orders.NOON, TIMES);
    }
    return shipment.isOlderThan(update) ? shipment.after(update, Orders.NOON, TIMES) : shipment;
  }
}
