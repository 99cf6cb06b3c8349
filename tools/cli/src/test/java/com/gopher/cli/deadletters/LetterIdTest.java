package com.gopher.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterIdTest {

  private static final LetterId LETTER = new LetterId("shop.orders-dlt", 0, 12);

  @Test
  void anIdIsWrittenAsItIsRead() {
    assertThat(LetterId.of(LETTER.toString())).hasValue(LETTER);
    assertThat(LetterId.of("shop.orders-dlt/0/12")).hasValue(LETTER);
  }

  @Test
  void whatIsNoneIsNone() {
    assertThat(LetterId.of("shop.orders-dlt")).isEmpty();
    assertThat(LetterId.of("shop.orders-dlt-0-99999999999999999999")).isEmpty();
  }
}
