package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.outbox.OutboundRecord;
import com.gophershop.Contract;
import com.gophershop.Money;
import com.gophershop.customer.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What the shop tells of its orders keeps to the contract. */
class OrderAnnouncementTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final OrderAnnouncement announcement = new OrderAnnouncement(JsonMapper.shared());

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void everyStateIsToldAsTheContractSays(OrderStatus status) {
    Order order = order(status, false);

    OutboundRecord announced = announcement.record(new OrderChanged(order, NOON));

    assertThat(Contract.violations("order-v2", announced.payload())).isEmpty();
    assertThat(announced.topic()).isEqualTo("shop.orders");
    assertThat(announced.key()).isEqualTo(order.id().toString());
    assertThat(announced.id()).isEqualTo(order.id() + ":3");
    assertThat(announced.type()).startsWith("shop.order.");
    assertThat(announced.source()).hasToString("/gopher-shop");
  }

  /** A reader of the first version meets a field more, and only where somebody asked for it. */
  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void anOrderOnTrialIsMarkedInEachStateAndOthersAreAsTheFirstVersionHasThem(OrderStatus status) {
    String marked = announcement.record(new OrderChanged(order(status, true), NOON)).payload();
    String plain = announcement.record(new OrderChanged(order(status, false), NOON)).payload();

    assertThat(marked).contains("\"trial\":true");
    assertThat(plain).doesNotContain("trial");
    for (String version : List.of("order-v1", "order-v2")) {
      assertThat(Contract.violations(version, marked)).isEmpty();
      assertThat(Contract.violations(version, plain)).isEmpty();
    }
  }

  private static Order order(OrderStatus status, boolean trial) {
    Money price = new Money(new BigDecimal("24.90"), "EUR");
    return new Order(
        new OrderId(UUID.randomUUID()),
        new CustomerId(UUID.randomUUID()),
        Decider.SHOP,
        trial,
        status,
        3,
        List.of(new OrderLine("GS-1001", "The Tunnel Architect", 2, price)),
        price.times(2),
        NOON);
  }
}
