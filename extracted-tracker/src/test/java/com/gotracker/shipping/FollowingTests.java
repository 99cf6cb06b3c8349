package com.gotracker.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gotracker.GoTracker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders of the shop are remembered, and nothing else is done about them. The control in each test
 * is an order of the tracker's own, which took the same way.
 */
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
abstract class FollowingTests {

  @Autowired AnnouncedOrders orders;
  @Autowired Parcels parcels;
  @Autowired Dispatch dispatch;
  @Autowired ShipmentProgress progress;
  @Autowired OpenShipments open;
  @Autowired DueTimes dueTimes;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private final UUID shops = UUID.randomUUID();
  private final UUID own = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("DELETE FROM tracker.outbox").update();
    jdbc.sql("DELETE FROM tracker.shipment").update();
    jdbc.sql("DELETE FROM tracker.followed_parcel").update();
  }

  @Test
  void anOrderOfTheShopIsRememberedAndNeitherMovedNorCountedNorAnnounced() {
    assertThat(orders.take(List.of(placed(shops, false), placed(own, true)))).isEqualTo(2);

    assertThat(progress.sequences(List.of(shops, own))).containsOnlyKeys(own);
    assertThat(open.announceAgain(Optional.empty(), 10)).containsExactly(own);
    assertThat(dueTimes.limit()).isZero();
    assertThat(dispatch.ship(10)).isEqualTo(1);
    assertThat(open.announceAgain(Optional.empty(), 10)).containsExactly(own);
    assertThat(dispatch.deliver(10)).isEqualTo(1);
    assertThat(announced(own)).isEqualTo(5);
    assertThat(announced(shops)).isZero();
    assertThat(parcels.find(shops).orElseThrow().status()).isEqualTo(ShipmentStatus.PREPARING);
    assertThat(parcels.find(own).orElseThrow().status()).isEqualTo(ShipmentStatus.DELIVERED);
  }

  @Test
  void itsParcelIsShownInTheLastStateWithTheTimeOfThatOnly() {
    orders.take(List.of(placed(shops, false), placed(own, true)));
    assertThat(parcels.find(shops).orElseThrow().history()).isEmpty();

    orders.take(List.of(update(shops, 3, OrderStatus.SHIPPED)));

    Parcel parcel = parcels.find(shops).orElseThrow();
    assertThat(parcel.trackingNumber()).isEqualTo(TrackingNumber.of(shops));
    assertThat(parcel.history()).containsExactly(new Step(ShipmentStatus.SHIPPED, Orders.NOON));
    assertThat(parcel.asOf()).isEqualTo(Orders.NOON);
    assertThat(parcel.isFollowed()).isTrue();
    assertThat(parcels.find(own).orElseThrow().history()).hasSize(1);
    assertThat(parcels.find(own).orElseThrow().isFollowed()).isFalse();
  }

  @Test
  void everyOrderOfArrivalEndsTheSameAndWhatCameBeforeHasNoEffect() {
    List<OrderStatus> states =
        List.of(OrderStatus.PLACED, OrderStatus.CANCELLING, OrderStatus.SHIPPED);
    for (List<Integer> arrival : Orders.permutations(List.of(0, 1, 2))) {
      UUID each = UUID.randomUUID();
      List<AnnouncedOrder> records =
          arrival.stream().map(i -> update(each, i + 1, states.get(i))).toList();
      records.forEach(it -> orders.take(List.of(it, it)));

      assertThat(parcels.find(each).orElseThrow().status())
          .as("%s", arrival)
          .isEqualTo(ShipmentStatus.SHIPPED);
      assertThat(sequence(each)).isEqualTo(3);
      assertThat(orders.take(records)).isZero();
    }
  }

  @Test
  void askedAboutAnOrderOfTheShopTheTrackerIsSilent() {
    orders.take(List.of(placed(shops, false), placed(own, true)));

    orders.take(List.of(repeated(shops, false), repeated(own, true)));

    assertThat(announced(shops)).isZero();
    assertThat(announced(own)).isEqualTo(2);
  }

  @Test
  void aBatchOfBothKindsIsStoredWholeOrNotAtAll() {
    List<AnnouncedOrder> batch = List.of(placed(own, true), placed(shops, false));
    assertThatThrownBy(
            () ->
                new TransactionTemplate(transactions)
                    .executeWithoutResult(
                        status -> {
                          orders.take(batch);
                          throw new IllegalStateException("killed before the commit");
                        }))
        .hasMessage("killed before the commit");
    assertThat(parcels.find(own)).isEmpty();
    assertThat(parcels.find(shops)).isEmpty();

    assertThat(orders.take(batch)).isEqualTo(2);
  }

  /** As when a partition is taken from a tracker that does not know it yet. */
  @Test
  void severalTrackersWithTheSameRecordsEndAtTheNewest() throws Exception {
    List<AnnouncedOrder> records = new ArrayList<>();
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(60).toList();
    for (UUID id : ids) {
      records.add(placed(id, false));
      records.add(update(id, 2, OrderStatus.SHIPPED));
      records.add(update(id, 3, OrderStatus.DELIVERED));
    }
    var pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int seed = 0; seed < 3; seed++) {
        List<AnnouncedOrder> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        running.add(pool.submit(() -> inPieces(shuffled)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(ids).allMatch(id -> sequence(id) == 3);
  }

  private void inPieces(List<AnnouncedOrder> records) {
    for (int from = 0; from < records.size(); from += 20) {
      takeAsOftenAsItTakes(records.subList(from, from + 20));
    }
  }

  private void takeAsOftenAsItTakes(List<AnnouncedOrder> batch) {
    while (true) {
      try {
        orders.take(batch);
        return;
      } catch (DataAccessException beatenByAnother) {
        // As the listener does: the same batch again.
      }
    }
  }

  private static AnnouncedOrder placed(UUID id, boolean decidedByTracker) {
    return new AnnouncedOrder(decidedByTracker, false, Orders.update(id, 1, OrderStatus.PLACED));
  }

  private static AnnouncedOrder update(UUID id, long sequence, OrderStatus status) {
    return new AnnouncedOrder(false, false, Orders.update(id, sequence, status));
  }

  private static AnnouncedOrder repeated(UUID id, boolean decidedByTracker) {
    return new AnnouncedOrder(
        decidedByTracker, false, Orders.repeated(Orders.update(id, 1, OrderStatus.PLACED)));
  }

  private long announced(UUID id) {
    return jdbc.sql("SELECT COUNT(*) FROM tracker.outbox WHERE record_key = ?")
        .param(id.toString())
        .query(Long.class)
        .single();
  }

  private long sequence(UUID id) {
    return jdbc.sql("SELECT order_sequence FROM tracker.followed_parcel WHERE order_id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }
}
