package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTextsTest {

  @Test
  void eachFaultSaysInASentenceHowItStrikesAndHowThatIsProved() {
    assertThat(Fault.all())
        .hasSize(27)
        .allSatisfy(
            fault -> {
              assertThat(fault.how()).as(fault.name()).matches("[A-Z].*\\.");
              assertThat(fault.proof()).as(fault.name()).matches("[A-Z].*\\.");
            });
  }
}
