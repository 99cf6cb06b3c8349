package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootprintTest {

  @Test
  void aProcessThatHoldsWhatItHeldIsFlat() {
    var footprint = new Footprint("shop", 60, 300, 310, 120, 125);

    assertThat(footprint.isFlat()).isTrue();
    assertThat(footprint.line()).contains("300 MB ->", "310 MB", "flat");
  }

  @Test
  void memoryThatGrowsIsNot() {
    assertThat(new Footprint("shop", 60, 300, 431, 120, 120).isFlat()).isFalse();
  }

  @Test
  void openFilesThatGrowAreNot() {
    var footprint = new Footprint("shop", 60, 300, 300, 120, 197);

    assertThat(footprint.isFlat()).isFalse();
    assertThat(footprint.line()).contains("197", "grows");
  }
}
