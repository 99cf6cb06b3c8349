package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gophershop.EventLog;
import com.gophershop.ShopClient;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two changes of one order never overwrite each other. */
@ShopTest
class OrderRaceTest {
  @Autowired OrderManagement book;
  @Autowired Orders orders;
  @Autowired UndecidedOrders undecided;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;
  @Autowired EventLog events;

  private OrderId id;
  private TransactionTemplate transaction;

  @BeforeEach
  void anOrderIsPlaced() {
    id = undecided.place();
    transaction = new TransactionTemplate(transactions);
    // The name says whose transaction it is, and with that whose login it uses.
    transaction.setName(OrderRaceTest.class.getName());
  }

  @RepeatedTest(20)
  void ofACancellationAndAShipmentAtOnceNeitherIsLost() throws Exception {
    List<Boolean> taken =
        Together.all(List.of(this::cancellationIsTaken, () -> follow(OrderStatus.SHIPPED)));

    Order order = order();
    assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(order.version()).isEqualTo(taken.get(0) ? 3 : 2);
    assertThat(requestsTold()).isEqualTo(taken.get(0) ? 1 : 0);
  }

  @RepeatedTest(10)
  void ofManyCancellationsAtOnceOneIsToldOf() throws Exception {
    List<Boolean> taken = Together.times(6, this::cancellationIsTaken);

    assertThat(taken).containsOnly(true);
    assertThat(order().version()).isEqualTo(2);
    assertThat(requestsTold()).isOne();
  }

  @Test
  void cancellingTwiceWhileItIsBeingDecidedIsTakenTwiceAndToldOnce() {
    assertThat(shop.cancel(id.toString()).is(202).text("/status")).isEqualTo("CANCELLING");
    assertThat(shop.cancel(id.toString()).is(202).text("/status")).isEqualTo("CANCELLING");

    assertThat(order().version()).isEqualTo(2);
    assertThat(requestsTold()).isOne();
  }

  @Test
  void aChangeOfWhatSomebodyElseHasChangedIsRefusedAndStoresNothing() {
    Order stale = order();
    book.follow(id, OrderStatus.SHIPPED);

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(it -> orders.change(stale.requestCancellation())))
        .isInstanceOf(OptimisticLockingFailureException.class)
        .hasMessageContaining(id.toString());

    assertThat(order().status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(order().version()).isEqualTo(2);
  }

  @Test
  void theSameChangeOfWhatNobodyHasChangedIsStored() {
    Order fresh = order();

    transaction.executeWithoutResult(it -> orders.change(fresh.requestCancellation()));

    assertThat(order().status()).isEqualTo(OrderStatus.CANCELLING);
  }

  @Test
  void withoutTheVersionInItsConditionTheSameChangeWouldOverwriteTheOther() {
    Order stale = order();
    book.follow(id, OrderStatus.SHIPPED);
    Order change = stale.requestCancellation();

    database
        .asAdministrator()
        .update(
            "UPDATE orders.purchase_order SET status = ?, version = ? WHERE id = ?",
            change.status().name(),
            change.version(),
            id.value());

    assertThat(order().status()).isEqualTo(OrderStatus.CANCELLING);
  }

  @Test
  void theDatabaseItselfRefusesASecondOrderUnderOneKey() {
    String key = UUID.randomUUID().toString();
    String giveKey = "UPDATE orders.purchase_order SET idempotency_key = ? WHERE id = ?";
    OrderId another = undecided.place();
    database.asAdministrator().update(giveKey, key, id.value());

    assertThatThrownBy(() -> database.asAdministrator().update(giveKey, key, another.value()))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private boolean cancellationIsTaken() {
    try {
      return book.requestCancellation(id).isPresent();
    } catch (OrderNotCancellableException tooLate) {
      return false;
    }
  }

  private boolean follow(OrderStatus next) {
    book.follow(id, next);
    return true;
  }

  private Order order() {
    return book.find(id).orElseThrow();
  }

  private int requestsTold() {
    return events.published(OrderCancellationRequested.class, it -> it.orderId().equals(id)).size();
  }
}
