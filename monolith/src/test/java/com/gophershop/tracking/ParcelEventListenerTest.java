package com.gophershop.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gophershop.Redelivery;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.Together;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.util.AopTestUtils;

/** What happens to parcels is learned of late, twice and in any order. */
@ShopTest
class ParcelEventListenerTest {
  private static final Instant PACKED = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant LEFT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant ARRIVED = Instant.parse("2026-11-22T10:00:00Z");

  @Autowired ParcelEventListener proxy;
  @Autowired Parcels parcels;
  @Autowired ShopDatabase database;

  private ParcelEventListener listener;

  /** Called directly, the listener answers before the test goes on. */
  @BeforeEach
  void withoutThreads() {
    listener = AopTestUtils.getUltimateTargetObject(proxy);
  }

  @Test
  void inWhateverOrderNewsComesTheParcelIsDeliveredAndItsHistoryComplete() {
    var orders = Redelivery.ordersOf(Redelivery.twice(List.of(1, 2, 3)));
    assertThat(orders).hasSize(90);

    for (List<Integer> order : orders) {
      UUID id = UUID.randomUUID();
      order.forEach(sequence -> listener.on(journey(id).get(sequence - 1)));
      assertThat(parcels.find(id))
          .as("%s", order)
          .hasValueSatisfying(ParcelEventListenerTest::isDelivered);
    }
  }

  @Test
  void inWhateverOrderNewsComesACancelledParcelStaysCancelled() {
    for (List<Integer> order : Redelivery.ordersOf(Redelivery.twice(List.of(1, 2)))) {
      UUID id = UUID.randomUUID();
      var prepared = new ShipmentPrepared(id, "GT-1", 1, PACKED);
      var cancelled = new ShipmentCancelled(id, "GT-1", 2, LEFT);
      order.forEach(sequence -> listener.on(sequence == 1 ? prepared : cancelled));

      Parcel parcel = parcels.find(id).orElseThrow();
      assertThat(parcel.status()).as("%s", order).isEqualTo(ParcelStatus.CANCELLED);
      assertThat(parcel.history())
          .containsExactly(
              new Parcel.Step(ParcelStatus.PREPARING, PACKED),
              new Parcel.Step(ParcelStatus.CANCELLED, LEFT));
    }
  }

  @Test
  void aGapInTheNewsIsNoReasonToWait() {
    UUID id = UUID.randomUUID();

    listener.on(journey(id).get(2));

    assertThat(parcels.find(id).orElseThrow().status()).isEqualTo(ParcelStatus.DELIVERED);
  }

  @RepeatedTest(10)
  void allNewsAtOnceEndsInTheSameState() throws Exception {
    UUID id = UUID.randomUUID();
    List<Callable<Boolean>> deliveries =
        Redelivery.twice(journey(id)).stream().map(this::delivery).toList();

    Together.all(deliveries);

    assertThat(parcels.find(id)).hasValueSatisfying(ParcelEventListenerTest::isDelivered);
  }

  @Test
  void theDatabaseItselfRefusesASecondParcelAndASecondStep() {
    UUID id = UUID.randomUUID();
    listener.on(journey(id).get(0));

    for (String table : List.of("parcel", "parcel_history")) {
      String copy = "INSERT INTO tracking.%1$s SELECT * FROM tracking.%1$s WHERE order_id = ?";
      assertThatThrownBy(() -> database.asAdministrator().update(copy.formatted(table), id))
          .isInstanceOf(DuplicateKeyException.class);
    }
  }

  @Test
  void withoutComparingSequencesOldNewsWouldWin() {
    UUID id = UUID.randomUUID();
    journey(id).forEach(listener::on);

    database
        .asAdministrator()
        .update("UPDATE tracking.parcel SET status = 'PREPARING' WHERE order_id = ?", id);

    assertThat(parcels.find(id).orElseThrow().status()).isEqualTo(ParcelStatus.PREPARING);
  }

  private Callable<Boolean> delivery(ShipmentEvent event) {
    return Executors.callable(() -> Redelivery.untilItSucceeds(() -> listener.on(event)), true);
  }

  private static List<ShipmentEvent> journey(UUID id) {
    return List.of(
        new ShipmentPrepared(id, "GT-1", 1, PACKED),
        new ShipmentShipped(id, "GT-1", 2, LEFT),
        new ShipmentDelivered(id, "GT-1", 3, ARRIVED));
  }

  private static void isDelivered(Parcel parcel) {
    assertThat(parcel.status()).isEqualTo(ParcelStatus.DELIVERED);
    assertThat(parcel.history())
        .containsExactly(
            new Parcel.Step(ParcelStatus.PREPARING, PACKED),
            new Parcel.Step(ParcelStatus.SHIPPED, LEFT),
            new Parcel.Step(ParcelStatus.DELIVERED, ARRIVED));
  }
}
