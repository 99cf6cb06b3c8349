package com.gotracker.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gotracker.GoTracker;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The decisions, on a real database. There is no broker: what would be announced is counted in the
 * outbox, where it waits for one.
 */
@SpringBootTest(
    classes = GoTracker.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "tracker.data-dir=target/test-data/${random.uuid}",
      "shipping.preparing=1h",
      "shipping.transit=1h",
      "shipping.tick=1h"
    })
abstract class DispatchTests {

  @Autowired Dispatch dispatch;
  @Autowired Shipments shipments;
  @Autowired Restoration restoration;
  @Autowired DueTimes dueTimes;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired PlatformTransactionManager transactions;

  private final UUID order = UUID.randomUUID();

  @BeforeEach
  void empty() {
    jdbc.sql("DELETE FROM tracker.outbox").update();
    jdbc.sql("DELETE FROM tracker.shipment").update();
  }

  @Test
  void theSameNewsAgainAndAgainHasOneEffect() {
    List<OrderUpdate> history =
        Orders.history(order, OrderStatus.PLACED, OrderStatus.CANCELLING, OrderStatus.CANCELLED);
    for (int i = 0; i < 3; i++) {
      history.forEach(it -> dispatch.take(List.of(it, it)));
    }

    assertThat(announced(order)).containsExactly("prepared", "cancelled");
    assertThat(dispatch.take(history)).isZero();
  }

  @Test
  void everyOrderOfArrivalEndsTheSame() {
    Set<ShipmentStatus> endings = new HashSet<>();
    List<OrderStatus> states =
        List.of(OrderStatus.PLACED, OrderStatus.CANCELLING, OrderStatus.CANCELLED);
    for (List<Integer> arrival : Orders.permutations(List.of(0, 1, 2))) {
      UUID each = UUID.randomUUID();
      arrival.forEach(i -> dispatch.take(List.of(Orders.update(each, i + 1, states.get(i)))));
      endings.add(dispatch.find(each).orElseThrow().status());
      assertThat(announced(each))
          .as("%s", arrival)
          .containsOnlyOnce("cancelled")
          .doesNotContain("shipped");
    }

    assertThat(endings).containsExactly(ShipmentStatus.CANCELLED);
  }

  /** The control is the first test: an update that is not repeated is not answered. */
  @Test
  void aRepeatedOrderIsAnsweredWithItsShipmentAsItIs() {
    OrderUpdate placed = Orders.update(order, 1, OrderStatus.PLACED);
    dispatch.take(List.of(placed));

    dispatch.take(List.of(Orders.repeated(placed), placed));
    assertThat(announced(order)).containsExactly("prepared", "prepared");

    dispatch.take(List.of(Orders.update(order, 2, OrderStatus.CANCELLING)));
    dispatch.take(List.of(Orders.repeated(placed)));
    assertThat(announced(order)).containsExactly("prepared", "prepared", "cancelled", "cancelled");
  }

  @Test
  void whatWasAnnouncedIsTakenBackAndNotPreparedAgain() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    var shipped =
        new Restoration.Announced(
            order,
            "GT-1",
            ShipmentStatus.SHIPPED,
            List.of(
                new Step(ShipmentStatus.PREPARING, noon),
                new Step(ShipmentStatus.SHIPPED, noon.plusSeconds(1))));

    assertThat(restoration.of(List.of(shipped))).isEqualTo(1);
    assertThat(restoration.of(List.of(shipped))).as("once").isZero();
    dispatch.take(Orders.history(order, OrderStatus.PLACED, OrderStatus.CANCELLING));

    Shipment shipment = dispatch.find(order).orElseThrow();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(shipment.history()).isEqualTo(shipped.history());
    assertThat(shipment.dueAt()).isNotNull();
    assertThat(announced(order)).isEmpty();
  }

  /** The control: without what was announced the same records prepare a parcel, and cancel it. */
  @Test
  void withoutItTheParcelWouldBePreparedAgain() {
    dispatch.take(Orders.history(order, OrderStatus.PLACED));
    dispatch.take(List.of(Orders.update(order, 2, OrderStatus.CANCELLING)));

    assertThat(announced(order)).containsExactly("prepared", "cancelled");
  }

  @Test
  void aBatchIsStoredWholeOrNotAtAll() {
    UUID other = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      dispatch.take(
                          List.of(
                              Orders.update(order, 1, OrderStatus.PLACED),
                              Orders.update(other, 1, OrderStatus.PLACED)));
                      throw new IllegalStateException("killed before the commit");
                    }))
        .hasMessage("killed before the commit");

    assertThat(dispatch.find(order)).isEmpty();
    assertThat(announced(order)).isEmpty();
    dispatch.take(List.of(Orders.update(order, 1, OrderStatus.PLACED)));
    assertThat(announced(order)).containsExactly("prepared");
  }

  @Test
  void aCancellationBeforeThePlacementLeavesAMarkAndThePlacementNothing() {
    dispatch.take(List.of(Orders.update(order, 2, OrderStatus.CANCELLING)));
    dispatch.take(List.of(Orders.update(order, 1, OrderStatus.PLACED)));

    assertThat(dispatch.find(order).orElseThrow().status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(announced(order)).containsExactly("cancelled");
  }

  @Test
  void aCancellationAfterShippingIsRefusedByTheNewsThatItHasLeft() {
    dispatch.take(List.of(Orders.update(order, 1, OrderStatus.PLACED)));
    makeAllDue();
    dispatch.ship(10);
    dispatch.take(List.of(Orders.update(order, 2, OrderStatus.CANCELLING)));
    makeAllDue();
    dispatch.deliver(10);

    assertThat(announced(order)).containsExactly("prepared", "shipped", "delivered");
  }

  /** As after a clock that was set back: neither for as long as that, nor at once. */
  @Test
  void aParcelThatIsDueLaterThanItsStepTakesBeginsItsStepAnew() {
    prepare(1);
    dueAt("due_at + INTERVAL '1' HOUR");
    UUID inTime = prepare(1).get(0);
    Instant before = dispatch.find(inTime).orElseThrow().dueAt();

    assertThat(dueTimes.limit()).isEqualTo(1);

    assertThat(dispatch.find(inTime).orElseThrow().dueAt()).isEqualTo(before);
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM tracker.shipment WHERE due_at > ?")
                .param(before.plusSeconds(60).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(dispatch.ship(10)).as("not early").isZero();
  }

  /** The clock that was put forward, and the control: what is overdue is left alone and ships. */
  @Test
  void aParcelThatIsOverdueIsShipped() {
    prepare(1);
    dueAt("due_at - INTERVAL '2' HOUR");

    assertThat(dueTimes.limit()).isZero();
    assertThat(dispatch.ship(10)).isEqualTo(1);
  }

  @Test
  void severalClocksMoveEachShipmentOnce() throws Exception {
    List<UUID> orders = prepare(300);
    makeAllDue();

    List<Integer> moved =
        together(
            4,
            () -> {
              int mine = 0;
              for (int some = dispatch.ship(7); some > 0; some = dispatch.ship(7)) {
                mine += some;
              }
              return mine;
            });

    assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(orders.size());
    assertThat(orders).allMatch(each -> announced(each).equals(List.of("prepared", "shipped")));
  }

  /** The control: clocks that do not lock what is due tell of the same departure twice. */
  @Test
  void clocksThatDoNotLockShipTwice() throws Exception {
    UUID only = prepare(1).get(0);
    makeAllDue();
    var bothHaveRead = new CyclicBarrier(2);

    together(
        2,
        () ->
            inTransaction(
                () -> {
                  Shipment packed = shipments.find(only).orElseThrow();
                  bothHaveRead.await();
                  Shipment shipped = packed.ship(Orders.NOON, Orders.NOON);
                  shipments.change(List.of(shipped));
                  events.publishEvent(
                      new ShipmentsChanged(List.of(new ShipmentChanged(shipped, null))));
                  return 1;
                }));

    assertThat(announced(only)).containsExactly("prepared", "shipped", "shipped");
  }

  /**
   * Two trackers may work on one partition for a moment, while one does not know it has lost it.
   */
  @Test
  void twoTrackersWithTheSameOrdersPrepareEachOnce() throws Exception {
    List<OrderUpdate> updates =
        Stream.generate(() -> Orders.update(UUID.randomUUID(), 1, OrderStatus.PLACED))
            .limit(200)
            .toList();

    together(
        3,
        () -> {
          var random = new Random(Thread.currentThread().getId());
          for (int i = 0; i < 12; i++) {
            int from = random.nextInt(150);
            takeAsOftenAsItTakes(updates.subList(from, from + 50));
          }
          takeAsOftenAsItTakes(updates);
          return 0;
        });

    assertThat(updates).allMatch(each -> announced(each.orderId()).equals(List.of("prepared")));
  }

  private void takeAsOftenAsItTakes(List<OrderUpdate> batch) {
    while (true) {
      try {
        dispatch.take(batch);
        return;
      } catch (DataAccessException beatenByAnother) {
        // As the listener does: the same batch again.
      }
    }
  }

  private List<UUID> prepare(int orders) {
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(orders).toList();
    dispatch.take(ids.stream().map(id -> Orders.update(id, 1, OrderStatus.PLACED)).toList());
    return ids;
  }

  private void makeAllDue() {
    dueAt("TIMESTAMP '2020-01-01 00:00:00'");
  }

  private void dueAt(String when) {
    jdbc.sql("UPDATE tracker.shipment SET due_at = " + when).update();
  }

  private List<String> announced(UUID id) {
    return jdbc
        .sql("SELECT event_type FROM tracker.outbox WHERE record_key = ? ORDER BY id")
        .param(id.toString())
        .query(String.class)
        .list()
        .stream()
        .map(type -> type.replace("tracker.shipment.", ""))
        .toList();
  }

  private <T> T inTransaction(Callable<T> work) {
    return new TransactionTemplate(transactions)
        .execute(
            status -> {
              try {
                return work.call();
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> running =
          IntStream.range(0, threads).mapToObj(i -> pool.submit(work)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
