package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.customer.CustomerId;
import com.gophershop.order.Decider;
import com.gophershop.order.OrderCancellationRequested;
import com.gophershop.order.OrderCancelled;
import com.gophershop.order.OrderId;
import com.gophershop.order.OrderLine;
import com.gophershop.order.OrderPlaced;
import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentPrepared;
import com.gophershop.tracking.ShipmentShipped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.core.EventSerializer;

/** After a restart events are read from the registry: what cannot be read again is lost. */
@ShopTest
class StoredEventsTest {

  private static final UUID ID = UUID.fromString("019aadf3-1b2a-7d10-8c44-9a0e4d1c7f52");
  private static final OrderId ORDER = new OrderId(ID);
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.120Z");

  @Autowired EventSerializer serializer;

  static Stream<Object> events() {
    return Stream.of(
        placed(1),
        placed(100),
        new OrderCancellationRequested(ORDER, 2, Decider.SHOP, NOW),
        new OrderCancelled(ORDER, 3, Decider.TRACKER, NOW),
        new ShipmentPrepared(ID, "GT-1", 1, NOW),
        new ShipmentShipped(ID, "GT-1", 2, NOW),
        new ShipmentDelivered(ID, "GT-1", 3, NOW),
        new ShipmentCancelled(ID, "GT-1", 2, NOW));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventIsReadBackAsItWasStored(Object event) {
    Object stored = serializer.serialize(event);

    assertThat(serializer.deserialize(stored, event.getClass())).isEqualTo(event);
  }

  private static OrderPlaced placed(int lines) {
    Money price = new Money(new BigDecimal("12.90"), "EUR");
    List<OrderLine> sold =
        IntStream.range(0, lines)
            .mapToObj(i -> new OrderLine("GS-" + i, "t".repeat(200), 2, price))
            .toList();
    return new OrderPlaced(ORDER, 1, Decider.SHOP, new CustomerId(ID), sold, price, NOW);
  }
}
