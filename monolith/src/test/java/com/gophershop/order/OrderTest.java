package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gophershop.Money;
import com.gophershop.customer.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void anOrderCostsWhatItsLinesCost() {
    Order order = orderOf(line("24.90", 2), line("12.90", 1));

    assertThat(order.total()).isEqualTo(euros("62.70"));
    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order.version()).isOne();
  }

  @Test
  void anOrderOfNothingIsNone() {
    assertThatThrownBy(() -> orderOf()).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void askingForTheCancellationRaisesTheVersion() {
    Order cancelling = orderOf(line("1.00", 1)).requestCancellation();

    assertThat(cancelling.status()).isEqualTo(OrderStatus.CANCELLING);
    assertThat(cancelling.version()).isEqualTo(2);
  }

  @Test
  void askingAgainChangesNothing() {
    Order cancelling = orderOf(line("1.00", 1)).requestCancellation();

    assertThat(cancelling.requestCancellation()).isSameAs(cancelling);
  }

  @ParameterizedTest
  @EnumSource(names = {"SHIPPED", "DELIVERED", "CANCELLED"})
  void whatIsSettledCannotBeCancelledAndTheReasonIsNamed(OrderStatus settled) {
    Order order = orderOf(line("1.00", 1)).after(settled);

    assertThatThrownBy(order::requestCancellation)
        .isInstanceOf(OrderNotCancellableException.class)
        .extracting(it -> ((OrderNotCancellableException) it).getBody().getDetail())
        .asString()
        .contains(order.id().toString(), settled.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void newsRaisesTheVersionOnce() {
    Order shipped = orderOf(line("1.00", 1)).after(OrderStatus.SHIPPED);

    assertThat(shipped.version()).isEqualTo(2);
    assertThat(shipped.after(OrderStatus.SHIPPED)).isSameAs(shipped);
  }

  @Test
  void newsThatComesTooLateChangesNothing() {
    Order delivered = orderOf(line("1.00", 1)).after(OrderStatus.DELIVERED);
    Order cancelled = orderOf(line("1.00", 1)).after(OrderStatus.CANCELLED);

    assertThat(delivered.after(OrderStatus.SHIPPED)).isSameAs(delivered);
    assertThat(delivered.after(OrderStatus.CANCELLED)).isSameAs(delivered);
    assertThat(cancelled.after(OrderStatus.SHIPPED)).isSameAs(cancelled);
  }

  @Test
  void aChangeKeepsEverythingElse() {
    Order order = orderOf(line("24.90", 2));
    Order shipped = order.after(OrderStatus.SHIPPED);

    assertThat(shipped)
        .usingRecursiveComparison()
        .ignoringFields("status", "version")
        .isEqualTo(order);
  }

  private static Order orderOf(OrderLine... lines) {
    return Order.place(
        new OrderId(UUID.randomUUID()),
        new CustomerId(UUID.randomUUID()),
        Decider.SHOP,
        false,
        List.of(lines),
        NOON);
  }

  private static OrderLine line(String price, int quantity) {
    return new OrderLine("GS-1001", "The Tunnel Architect", quantity, euros(price));
  }

  private static Money euros(String amount) {
    return new Money(new BigDecimal(amount), "EUR");
  }
}
