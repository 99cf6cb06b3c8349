package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void anAmountIsExactToTheCent() {
    assertThat(euros("0.10").plus(euros("0.20"))).isEqualTo(euros("0.30"));
    assertThat(euros("24.90").times(999)).isEqualTo(euros("24875.10"));
  }

  @Test
  void theSameAmountIsTheSameHoweverItIsWritten() {
    assertThat(euros("12.9")).isEqualTo(euros("12.90")).isEqualTo(euros("12.900"));
  }

  @Test
  void aFractionOfACentIsRefused() {
    assertThatThrownBy(() -> euros("0.001")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void currenciesAreNotMixed() {
    assertThatThrownBy(() -> euros("1.00").plus(new Money(BigDecimal.ONE, "USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot add USD to EUR");
  }

  private static Money euros(String amount) {
    return new Money(new BigDecimal(amount), "EUR");
  }
}
