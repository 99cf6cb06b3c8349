package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer cancels in the moment in which the parcel leaves. */
@ShopTest
class CancellationRaceTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @RepeatedTest(15)
  void theOrderIsEitherShippedOrCancelledAndCreditedForEverybodyAlike() throws Exception {
    String order = shop.newOrderInPreparation();

    List<Object> answers =
        Together.all(
            List.of(
                () -> shop.cancel(order),
                Executors.callable(shop::letTheParcelMoveOn, (Object) "moved")));
    assertThat(((Answer) answers.get(0)).status()).isIn(202, 409);

    String outcome =
        ShopClient.eventually(
            () -> shop.get("/api/orders/" + order).text("/status"),
            status -> Set.of("SHIPPED", "CANCELLED").contains(status));
    database.awaitQuiet();
    assertThat(shop.get("/api/tracking/" + order).text("/status")).isEqualTo(outcome);
    assertThat(database.rowsOf(UUID.fromString(order), "billing.credit_note"))
        .isEqualTo("CANCELLED".equals(outcome) ? 1 : 0);
    assertThat(database.rowsOf(UUID.fromString(order), "tracking.parcel_history")).isEqualTo(2);
  }
}
