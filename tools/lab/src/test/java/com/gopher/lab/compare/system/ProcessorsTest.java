package com.gopher.lab.compare.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorsTest {

  @Test
  void whatTasksetSaysIsUnderstood() {
    assertThat(Processors.parse("pid 7's current affinity list: 0-2,5"))
        .containsExactly(0, 1, 2, 5);
    assertThat(Processors.parse("pid 7's current affinity list: 3")).containsExactly(3);
  }

  @Test
  void aCommandIsKeptToItsProcessorsFromTheBeginning() {
    assertThat(Processors.on(List.of(0, 2), List.of("java", "-version")))
        .containsExactly("taskset", "-c", "0,2", "java", "-version");
  }

  @Test
  void whereNothingCanBePinnedTheCommandStaysAsItIs() {
    assertThat(Processors.on(List.of(), List.of("java"))).containsExactly("java");
  }
}
