package com.gotracker.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.gotracker.GoTracker;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of the shop that are run along: decided like real ones, and kept to oneself. */
@SpringBootTest(
    classes = GoTracker.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "tracker.data-dir=target/test-data/${random.uuid}",
      "shipping.preparing=0s",
      "shipping.transit=0s",
      "shipping.tick=1h"
    })
abstract class TrialTests {

  @Autowired AnnouncedOrders orders;
  @Autowired TrialRuns trials;
  @Autowired TrialsEndpoint endpoint;
  @Autowired Parcels parcels;
  @Autowired Dispatch dispatch;
  @Autowired ShipmentProgress progress;
  @Autowired OpenShipments open;
  @Autowired JdbcClient jdbc;

  private final UUID order = UUID.randomUUID();

  @BeforeEach
  void empty() {
    for (String table : List.of("outbox", "shipment", "followed_parcel", "trial")) {
      jdbc.sql("DELETE FROM tracker." + table).update();
    }
  }

  @Test
  void aTrialHasAClockOfItsOwnAndNobodyIsToldOfIt() {
    orders.take(List.of(tried(1, OrderStatus.PLACED)));

    assertThat(dispatch.ship(10)).as("the clock of real parcels").isZero();
    assertThat(trials.ship(10)).isEqualTo(1);
    assertThat(trials.deliver(10)).isEqualTo(1);
    assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(endpoint.page(null).items().get(0).history()).hasSize(3);
    assertThat(announced()).isZero();
    assertThat(progress.sequences(List.of(order))).isEmpty();
    assertThat(open.announceAgain(Optional.empty(), 10)).isEmpty();
  }

  /** The control: the same order of the tracker's own is announced at each step. */
  @Test
  void ofAnOrderOfTheTrackerEachStepIsTold() {
    orders.take(List.of(new AnnouncedOrder(true, true, update(1, OrderStatus.PLACED))));
    dispatch.ship(10);
    dispatch.deliver(10);

    assertThat(announced()).isEqualTo(3);
    assertThat(endpoint.page(null).items()).as("no trial of its own orders").isEmpty();
  }

  @Test
  void whatTheShopShipsAndDeliversDoesNotMoveATrialButTheFollowedParcel() {
    orders.take(List.of(tried(1, OrderStatus.PLACED)));
    orders.take(List.of(tried(2, OrderStatus.SHIPPED)));
    orders.take(List.of(tried(3, OrderStatus.DELIVERED)));

    assertThat(status()).isEqualTo(ShipmentStatus.PREPARING);
    assertThat(parcels.find(order).orElseThrow().status()).isEqualTo(ShipmentStatus.DELIVERED);
  }

  @Test
  void aTrialThatIsPackedIsCancelledAndOneThatHasLeftIsNot() {
    orders.take(List.of(tried(1, OrderStatus.PLACED)));
    orders.take(List.of(tried(2, OrderStatus.CANCELLING)));
    assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(endpoint.page(null).items().get(0).cancellationHeardAt()).isNotNull();
    empty();

    orders.take(List.of(tried(1, OrderStatus.PLACED)));
    assertThat(endpoint.page(null).items().get(0).cancellationHeardAt()).isNull();
    trials.ship(10);
    orders.take(List.of(tried(2, OrderStatus.CANCELLING)));
    assertThat(status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(endpoint.page(null).items().get(0).cancellationHeardAt()).isNotNull();
  }

  /** A batch may bring all of an order's life at once: each of its states counts. */
  @Test
  void aCancellationIsHeardAlsoIfTheShopHasDecidedAboutItAlready() {
    orders.take(
        List.of(
            tried(1, OrderStatus.PLACED),
            tried(2, OrderStatus.CANCELLING),
            tried(3, OrderStatus.SHIPPED)));

    assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
  }

  @Test
  void everyOrderOfArrivalOfTheSameRecordsAgainEndsTheSame() {
    List<AnnouncedOrder> records =
        List.of(
            tried(1, OrderStatus.PLACED),
            tried(2, OrderStatus.CANCELLING),
            tried(3, OrderStatus.CANCELLED));
    Set<ShipmentStatus> endings = new HashSet<>();
    for (List<AnnouncedOrder> arrival : Orders.permutations(records)) {
      empty();
      arrival.forEach(each -> orders.take(List.of(each, each)));
      endings.add(status());
    }

    assertThat(endings).containsExactly(ShipmentStatus.CANCELLED);
  }

  @Test
  void anOrderThatIsNotMarkedIsNotTried() {
    orders.take(List.of(new AnnouncedOrder(false, false, update(1, OrderStatus.PLACED))));

    assertThat(endpoint.page(null).items()).isEmpty();
    assertThat(parcels.find(order)).isPresent();
  }

  @Test
  void aPageBeginsBehindTheOrderThatIsNamed() {
    orders.take(List.of(tried(1, OrderStatus.PLACED)));

    assertThat(endpoint.page(order).items()).isEmpty();
    assertThat(endpoint.page(new UUID(0, 1)).items()).hasSize(1);
  }

  private AnnouncedOrder tried(long sequence, OrderStatus status) {
    return new AnnouncedOrder(false, true, update(sequence, status));
  }

  private OrderUpdate update(long sequence, OrderStatus status) {
    return Orders.update(order, sequence, status);
  }

  private ShipmentStatus status() {
    return endpoint.page(null).items().get(0).status();
  }

  private long announced() {
    return jdbc.sql("SELECT COUNT(*) FROM tracker.outbox").query(Long.class).single();
  }
}
