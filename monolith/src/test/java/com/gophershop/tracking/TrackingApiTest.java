package com.gophershop.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.Answer;
import com.gophershop.ShopClient;
import com.gophershop.ShopTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class TrackingApiTest {
  @Autowired ShopClient shop;

  @Test
  void aParcelTellsItsNumberItsStatusAndHowItGotThere() {
    String order = shop.newOrderInPreparation();

    Answer preparing = shop.get("/api/tracking/" + order).is(200);
    shop.letTheParcelMoveOn();
    Answer shipped = shop.awaitTracking(order, "SHIPPED");

    assertThat(preparing.json().propertyNames())
        .containsExactlyInAnyOrder("orderId", "trackingNumber", "status", "history", "asOf");
    assertThat(preparing.text("/orderId")).isEqualTo(order);
    assertThat(preparing.text("/trackingNumber")).matches("GT-[0-9A-Z]{10}");
    assertThat(shipped.text("/trackingNumber")).isEqualTo(preparing.text("/trackingNumber"));
    assertThat(shipped.json().at("/history").valueStream().map(it -> it.at("/status").asString()))
        .containsExactly("PREPARING", "SHIPPED");
    assertThat(shipped.text("/asOf")).isGreaterThan(preparing.text("/asOf"));
  }

  @Test
  void timesHaveExactlyThreeDecimals() {
    Answer parcel = shop.get("/api/tracking/" + shop.newOrderInPreparation());

    assertThat(List.of(parcel.text("/asOf"), parcel.text("/history/0/at")))
        .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
  }

  @Test
  void aParcelNobodyHasHeardOfIsNotFound() {
    UUID order = UUID.randomUUID();

    assertThat(shop.get("/api/tracking/" + order).isProblem(404).text("/detail"))
        .isEqualTo("No shipment of the order " + order + " is known yet.");
  }
}
