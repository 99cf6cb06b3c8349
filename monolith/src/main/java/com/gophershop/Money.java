package com.gophershop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount and its currency, exact to the cent (Fowler, Patterns of Enterprise Application
 * Architecture: Money). In JSON the amount is a text, so that no reader turns it into a double.
 *
 * @param amount in units of the currency, with two decimals
 * @param currency ISO 4217 code
 */
public record Money(
    @Schema(implementation = String.class, example = "24.95")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amount,
    @Schema(example = "EUR") String currency) {

  private static final int CENTS = 2;

  /**
   * @throws ArithmeticException if the amount has a fraction of a cent
   */
  public Money {
    amount = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
  }

  /** Reads the amount as the text it is written as; JSON is otherwise never guessed at. */
  @JsonCreator
  static Money read(
      @JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  public Money times(int quantity) {
    return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot add %s to %s".formatted(other.currency, currency));
    }
    return new Money(amount.add(other.amount), currency);
  }
}
