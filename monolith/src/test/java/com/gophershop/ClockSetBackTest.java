package com.gophershop;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The machine's clock was an hour ahead, and somebody sets it right. */
@ShopTest
class ClockSetBackTest {
  private static final Duration JUMP = Duration.ofHours(1);
  private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;
  @Autowired MovableClock clock;

  @Test
  void aParcelWaitsNoLongerThanItsStepTakesAfterTheClockWasSetBack() {
    clock.advance(JUMP);
    String order = shop.newOrderInPreparation();
    clock.advance(JUMP.negated());

    ShopClient.eventually(() -> aheadOfNow(order), it -> it.compareTo(LONGEST_STEP) <= 0);

    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "SHIPPED");
    database.awaitQuiet();
  }

  private Duration aheadOfNow(String order) {
    OffsetDateTime due =
        database
            .asAdministrator()
            .queryForObject(
                "SELECT due_at FROM delivery.shipment WHERE order_id = ?",
                OffsetDateTime.class,
                UUID.fromString(order));
    return due == null ? Duration.ZERO : Duration.between(clock.instant(), due.toInstant());
  }
}
