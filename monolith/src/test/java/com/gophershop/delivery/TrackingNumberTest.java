package com.gophershop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrackingNumberTest {

  @Test
  void theSameOrderHasTheSameNumber() {
    UUID order = UUID.randomUUID();

    assertThat(TrackingNumber.of(order)).isEqualTo(TrackingNumber.of(order));
  }

  @Test
  void ordersOfTheSameMomentHaveDifferentNumbers() {
    var ids = Generators.timeBasedEpochGenerator();

    assertThat(Stream.generate(ids::generate).limit(10_000).map(TrackingNumber::of))
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("GT-[0-9A-Z]{10}"));
  }

  @Test
  void theSmallestAndTheLargestNumberHaveTheSameLength() {
    assertThat(TrackingNumber.of(new UUID(0, 0))).isEqualTo("GT-0000000000");
    assertThat(TrackingNumber.of(new UUID(-1, -1))).matches("GT-[0-9A-Z]{10}");
  }
}
