package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {

  private static final List<String> ATTEMPTS = List.of("early", "middle", "late");

  @Test
  void oneCommitHasOneTurnAndCommitsBringAllOfThem() {
    assertThat(Turns.chosen(ATTEMPTS, "f5021a9a")).isEqualTo(Turns.chosen(ATTEMPTS, "f5021a9a"));
    assertThat(Turns.chosen(ATTEMPTS, "0")).isEqualTo("early");
    assertThat(
            IntStream.range(0, 30)
                .mapToObj(i -> Turns.chosen(ATTEMPTS, Integer.toHexString(i * 7919 - 5)))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(ATTEMPTS);
  }

  /** Two other right solutions and three wrong ones, at the least. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        ContractTest.class,
        BuildingTest.class,
        MovingTest.class,
        BakeriesTest.class,
        WingTest.class
      })
  void eachCheckpointOfTheCityHasEnoughAttempts(Class<?> test) {
    assertThat(count(test, Turn.Kind.RIGHT)).isGreaterThanOrEqualTo(2);
    assertThat(count(test, Turn.Kind.WRONG)).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void aKindWithoutAttemptsHasNone(Turn.Kind kind) {
    assertThat(count(TurnsTest.class, kind)).isZero();
  }

  private static long count(Class<?> test, Turn.Kind kind) {
    return Arrays.stream(test.getDeclaredMethods())
        .filter(it -> it.isAnnotationPresent(Turn.class))
        .filter(it -> it.getAnnotation(Turn.class).value() == kind)
        .count();
  }
}
