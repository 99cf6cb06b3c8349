package com.gophershop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShipmentTest {

  @Test
  void aParcelThatHasNotLeftCanBeStopped() {
    Shipment cancelled = Shipment.prepare(UUID.randomUUID()).cancel();

    assertThat(cancelled.status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(cancelled.version()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "PREPARING", mode = EnumSource.Mode.EXCLUDE)
  void anyOtherCannotAndTheReasonIsNamed(ShipmentStatus status) {
    Shipment shipment = new Shipment(UUID.randomUUID(), "GT-1", status, 2);

    assertThatThrownBy(shipment::cancel)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(status.name());
  }
}
