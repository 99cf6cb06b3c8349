package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.ShopClient;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.Together;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders that were never announced are, once each, whatever comes in between. */
@ShopTest
@TestPropertySource(
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      // Nobody answers there, and the shop says so.
      "logging.level.com.gopher=ERROR"
    })
class BackfillTest {

  private static final int FAST = BackfillJob.HIGHEST_RATE;

  @Autowired Backfill backfill;
  @Autowired BackfillWorker worker;
  @Autowired BackfillJobs jobs;
  @Autowired BackfillBrake brake;
  @Autowired AnnouncedOrders announced;
  @Autowired Orders rows;
  @Autowired RepeatedAnnouncement announcement;
  @Autowired OrderManagement orders;
  @Autowired OpenOrders open;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;
  @Autowired JdbcTemplate batches;
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @BeforeEach
  void noBackfill() {
    database.asAdministrator().update("UPDATE orders.backfill SET state = 'NONE'");
  }

  @AfterEach
  void nothingIsBehind() {
    backfill.start(FAST);
    drain();
  }

  @Test
  void theOrdersOfACastleAreAnnouncedOnceEachTheOldestFirst() {
    List<String> castle = ordersOfACastle(5);

    backfill.start(FAST);
    drain();

    assertThat(outbox(castle)).isEqualTo(castle);
    assertThat(database.rowsIn("orders.purchase_order WHERE announced < version")).isZero();
    assertThat(backfill.progress().job().state()).isEqualTo(BackfillJob.State.FINISHED);
    assertThat(backfill.progress().job().done()).isEqualTo(5);
  }

  @Test
  void whatIsAnnouncedAlreadyIsNotAnnouncedOnceMore() {
    shop.newOrder();
    String cancelled = shop.newOrderInPreparation();
    shop.cancel(cancelled).is(202);
    shop.awaitOrder(cancelled, "CANCELLED");
    String again = ordersOfACastle(1).get(0);
    open.announceAgain(Set.of(UUID.fromString(again)));
    database.awaitQuiet();
    long before = database.rowsIn("events.outbox");

    backfill.start(FAST);
    drain();

    assertThat(database.rowsIn("events.outbox")).isEqualTo(before);
    assertThat(backfill.progress().job().done()).isZero();
  }

  @Test
  void theWorkerGoesOnUntilNothingIsLeftAndEnds() {
    List<String> castle = ordersOfACastle(3);

    backfill.start(FAST);
    worker.work();

    ShopClient.eventually(
        () -> backfill.progress().job().state(), BackfillJob.State.FINISHED::equals);
    assertThat(outbox(castle)).isEqualTo(castle);
  }

  @Test
  void aShopThatStartsGoesOnWithWhatAKilledOneBegan() {
    List<String> castle = ordersOfACastle(3);
    backfill.start(5);
    assertThat(backfill.chunk()).isPresent();

    var restarted = new BackfillWorker(backfill, new BrakeThatIsNeverOn());
    restarted.start();

    ShopClient.eventually(
        () -> backfill.progress().job().state(), BackfillJob.State.FINISHED::equals);
    restarted.stop();
    assertThat(outbox(castle)).isEqualTo(castle);
  }

  @Test
  void aChunkThatIsRolledBackIsNeitherStoredNorNoted() {
    List<String> castle = ordersOfACastle(2);
    backfill.start(FAST);

    rollBack(backfill::chunk);

    assertThat(outbox(castle)).isEmpty();
    assertThat(backfill.progress().left()).isEqualTo(2);
    drain();
    assertThat(outbox(castle)).isEqualTo(castle);
  }

  @Test
  void controlNotedOutsideOfTheTransactionTheOrdersOfSuchAChunkAreNeverAnnounced() {
    List<String> castle = ordersOfACastle(2);
    backfill.start(FAST);
    List<UUID> ids = castle.stream().map(UUID::fromString).toList();

    rollBack(
        () -> {
          announcement.of(rows.findAll(ids));
          return ids;
        });
    commit(
        () -> {
          announced.note(rows.findAll(ids));
          return ids;
        });
    drain();

    assertThat(outbox(castle)).isEmpty();
  }

  @Test
  void aChangeThatComesDuringAChunkIsAnnouncedBehindIt() throws Exception {
    assertThat(sequencesWithAChangeDuringTheChunk(announced)).containsExactly(1L, 2L);
  }

  @Test
  void controlWithoutTheRowLockTheChangeIsAnnouncedBeforeTheStateThatItChanged() throws Exception {
    var withoutLock =
        new AnnouncedOrders(jdbc, batches) {
          @Override
          List<UUID> lock(List<UUID> ids) {
            return jdbc.sql(LOCK.replace("FOR UPDATE", ""))
                .param("ids", ids)
                .query(UUID.class)
                .list();
          }
        };

    assertThat(sequencesWithAChangeDuringTheChunk(withoutLock)).containsExactly(2L, 1L);
  }

  @Test
  void aChunkLocksItsOwnOrdersAndNoOther() {
    List<String> castle = ordersOfACastle(2);
    var second = new OrderId(UUID.fromString(castle.get(1)));
    backfill.start(5);

    commit(
        () -> {
          backfill.chunk();
          return CompletableFuture.supplyAsync(() -> orders.requestCancellation(second)).join();
        });

    assertThat(orders.find(second).orElseThrow().status()).isNotEqualTo(OrderStatus.PLACED);
  }

  @Test
  void aPageThatIsAnnouncedAgainLocksItsOwnOrdersAndNoOther() {
    List<UUID> castle = ordersOfACastle(2).stream().map(UUID::fromString).sorted().toList();
    List<UUID> page = new ArrayList<>();

    commit(
        () -> {
          page.addAll(open.announceAgain(Optional.empty(), 1));
          UUID other = page.contains(castle.get(0)) ? castle.get(1) : castle.get(0);
          return CompletableFuture.supplyAsync(() -> orders.requestCancellation(new OrderId(other)))
              .join();
        });

    assertThat(page).hasSize(1);
  }

  @Test
  void twoShopsShareOneBackfillAndItsRate() throws Exception {
    List<String> castle = ordersOfACastle(20);
    int rate = 25;
    backfill.start(rate);
    long began = System.nanoTime();

    Together.times(
        2,
        () -> {
          drain();
          return true;
        });

    assertThat(outbox(castle)).isEqualTo(castle);
    // The last chunk of five need not be waited for.
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isGreaterThan(Duration.ofMillis(15 * 1_000 / rate));
  }

  /** The meters have names that another version of the library may change. */
  @Test
  void theBrakeKnowsHowLongCustomersWaitForTheirOrders() {
    OrderTimes.Answered before = brake.answered();

    shop.newOrder();

    OrderTimes.Answered after =
        ShopClient.eventually(brake::answered, it -> it.orders() > before.orders());
    assertThat(after.millis()).isGreaterThan(before.millis());
  }

  @Test
  void stoppedItStaysWhereItIsAndStartedAgainItGoesOn() {
    List<String> castle = ordersOfACastle(3);
    backfill.start(5);
    backfill.chunk();

    backfill.stop();

    assertThat(backfill.chunk()).isEmpty();
    assertThat(backfill.progress().left()).isEqualTo(2);
    assertThat(backfill.progress().job().state()).isEqualTo(BackfillJob.State.STOPPED);
    backfill.start(FAST);
    drain();
    assertThat(outbox(castle)).isEqualTo(castle);
    assertThat(backfill.progress().job().done()).isEqualTo(3);
  }

  private List<Long> sequencesWithAChangeDuringTheChunk(AnnouncedOrders search) throws Exception {
    String order = ordersOfACastle(1).get(0);
    var change = new CompletableFuture<Object>();
    var changedInBetween =
        new RepeatedAnnouncement(search, events, clock) {
          @Override
          void of(List<Order> locked) {
            change.completeAsync(
                () -> orders.requestCancellation(new OrderId(UUID.fromString(order))));
            waitUnlessItWaitsForUs(change);
            super.of(locked);
          }
        };
    backfill.start(FAST);

    commit(() -> new Backfill(jobs, search, rows, changedInBetween, clock).chunk());

    change.get(10, TimeUnit.SECONDS);
    return database
        .asAdministrator()
        .queryForList(
            """
            SELECT event_id
            FROM events.outbox
            WHERE record_key = ?
            AND event_type <> 'shop.order.cancelled'
            ORDER BY id
            """,
            String.class,
            order)
        .stream()
        .map(id -> Long.valueOf(id.substring(id.indexOf(':') + 1)))
        .toList();
  }

  private static void waitUnlessItWaitsForUs(CompletableFuture<?> change) {
    try {
      change.get(500, TimeUnit.MILLISECONDS);
    } catch (TimeoutException itWaits) {
      // As it should.
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Placed and never announced, the oldest first. */
  private List<String> ordersOfACastle(int number) {
    List<String> ids = Stream.generate(shop::newOrder).limit(number).toList();
    database.awaitQuiet();
    for (String id : ids) {
      database
          .asAdministrator()
          .update("UPDATE orders.purchase_order SET announced = 0 WHERE id = CAST(? AS UUID)", id);
      database.asAdministrator().update("DELETE FROM events.outbox WHERE record_key = ?", id);
    }
    return ids;
  }

  /** The keys of the records of these orders, as they are stored. */
  private List<String> outbox(List<String> ids) {
    return database
        .asAdministrator()
        .queryForList("SELECT record_key FROM events.outbox ORDER BY id", String.class)
        .stream()
        .filter(ids::contains)
        .toList();
  }

  private void drain() {
    while (backfill.chunk().isPresent()) {
      Thread.onSpinWait();
    }
  }

  private <T> void commit(Supplier<T> work) {
    transaction().execute(status -> work.get());
  }

  private <T> void rollBack(Supplier<T> work) {
    transaction()
        .executeWithoutResult(
            status -> {
              work.get();
              status.setRollbackOnly();
            });
  }

  private TransactionTemplate transaction() {
    var template = new TransactionTemplate(transactions);
    template.setName(BackfillTest.class.getName());
    return template;
  }

  private static final class BrakeThatIsNeverOn extends BackfillBrake {

    BrakeThatIsNeverOn() {
      super(limit -> 0, new ThreadPoolTaskExecutor(), 100, new SimpleMeterRegistry());
    }

    @Override
    Optional<String> reasonToPause(OrderTimes times) {
      return Optional.empty();
    }
  }
}
