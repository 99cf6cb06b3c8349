package com.gopher.lab.compare.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void shapesTakeTurnsForthAndBack() {
    assertThat(Turns.of(List.of("A", "B"), 3)).containsExactly("A", "B", "B", "A", "A", "B");
  }

  @Test
  void thereMayBeMoreThanTwo() {
    assertThat(Turns.of(List.of("A", "B", "C"), 2)).containsExactly("A", "B", "C", "C", "B", "A");
  }
}
