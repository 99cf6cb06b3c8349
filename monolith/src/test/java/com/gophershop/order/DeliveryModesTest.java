package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gophershop.DeliveryMode;
import com.gophershop.OnFreshDatabase;
import com.gophershop.Together;
import com.gophershop.catalog.Catalog;
import com.gophershop.customer.CustomerId;
import com.gophershop.customer.Customers;
import com.gophershop.customer.NewCustomer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mode of delivery is what the database says at the moment an order is placed. */
@ApplicationModuleTest(extraIncludes = {"catalog", "customer"})
@OnFreshDatabase
@Import(OrderModuleTest.SomebodyDecides.class)
class DeliveryModesTest {

  @Autowired Checkout checkout;
  @Autowired DeliveryModes modes;
  @Autowired ModeChanges changes;
  @Autowired FulfillmentPolicy policy;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Catalog catalog;
  @Autowired Customers customers;
  @Autowired OrderManagement orders;
  @Autowired OrderEntry entry;
  @Autowired TrialsEndpoint trials;

  private CustomerId customer;

  @BeforeEach
  void theShopShips() {
    customer = NewCustomer.in(customers);
    changes.begin(DeliveryMode.IN_PROCESS, DeliveryMode.EXTRACTED);
  }

  @Test
  void aChangeJustBeforeTheTransactionOfAnOrderCountsForThatOrder() {
    Decider readBeforehand = policy.decider();
    var afterAChange =
        new OrderEntry(orders, policy, modes, Clock.systemUTC()) {
          @Override
          public Order enter(
              CustomerId buyer, List<OrderLine> lines, @Nullable IdempotencyKey key) {
            record(DeliveryMode.EXTRACTED);
            return entry.enter(buyer, lines, key);
          }
        };

    Order order =
        new Checkout(catalog, customers, orders, afterAChange).place(aBook(), null).order();

    assertThat(order.decider()).isEqualTo(Decider.TRACKER).isNotEqualTo(readBeforehand);
    assertThat(orders.find(order.id())).contains(order);
  }

  @Test
  void aChangeThatIsKilledBeforeItsCommitIsNone() {
    List<ModeChange> before = modes.history();
    var transaction = new TransactionTemplate(transactions);
    transaction.setName(DeliveryModesTest.class.getName());

    transaction.executeWithoutResult(
        it -> {
          record(DeliveryMode.EXTRACTED);
          assertThat(policy.decider()).isEqualTo(Decider.TRACKER);
          it.setRollbackOnly();
        });

    assertThat(place().decider()).isEqualTo(Decider.SHOP);
    assertThat(modes.history()).isEqualTo(before);
  }

  @Test
  void aStartWithoutAWishChangesNothing() {
    List<ModeChange> before = modes.history();

    changes.begin(null, DeliveryMode.EXTRACTED);
    changes.begin(DeliveryMode.IN_PROCESS, DeliveryMode.EXTRACTED);

    assertThat(modes.history()).isEqualTo(before);
  }

  @Test
  void aWishIsRecordedWithWhoHadItAndWhatWasBefore() {
    record(DeliveryMode.EXTRACTED);

    changes.begin(DeliveryMode.IN_PROCESS, DeliveryMode.IN_PROCESS);

    ModeChange change = modes.latest().orElseThrow();
    assertThat(change.from()).isEqualTo(DeliveryMode.EXTRACTED);
    assertThat(change.to()).isEqualTo(DeliveryMode.IN_PROCESS);
    assertThat(change.by()).isEqualTo(System.getProperty("user.name"));
    assertThat(change.reason()).isEqualTo("started with shop.delivery=in-process");
  }

  @Test
  void aShopWithoutKafkaDoesNotGiveItsOrdersAway() {
    assertThatThrownBy(() -> changes.begin(DeliveryMode.EXTRACTED, DeliveryMode.IN_PROCESS))
        .isInstanceOf(NobodyDecidesException.class)
        .hasMessageContaining("not connected to Kafka");

    assertThat(modes.mode()).isEqualTo(DeliveryMode.IN_PROCESS);
  }

  @Test
  void anOrderInShadowIsTheShopsAndMarkedAndStaysSo() {
    record(DeliveryMode.SHADOW);
    Order inShadow = place();
    record(DeliveryMode.IN_PROCESS);
    Order later = place();

    assertThat(inShadow.decider()).isEqualTo(Decider.SHOP);
    assertThat(inShadow.trial()).isTrue();
    assertThat(orders.find(inShadow.id())).contains(inShadow);
    assertThat(later.trial()).as("the control").isFalse();
    assertThat(trials.page(null).items())
        .extracting(TrialsEndpoint.Item::id)
        .contains(inShadow.id().value())
        .doesNotContain(later.id().value());
    assertThat(trials.page(inShadow.id().value()).items()).as("behind it").isEmpty();
  }

  @Test
  void aShopWithoutKafkaHasNobodyToTryItsOrders() {
    assertThatThrownBy(() -> changes.begin(DeliveryMode.SHADOW, DeliveryMode.IN_PROCESS))
        .isInstanceOf(NobodyDecidesException.class)
        .hasMessageContaining("shadow, and this shop is not connected to Kafka");

    assertThat(modes.mode()).isEqualTo(DeliveryMode.IN_PROCESS);
  }

  @Test
  void ofSeveralWhoWishTheSameAtOnceOneIsRecorded() throws Exception {
    record(DeliveryMode.EXTRACTED);
    int before = modes.history().size();

    Together.times(
        6,
        () -> {
          changes.begin(DeliveryMode.IN_PROCESS, DeliveryMode.IN_PROCESS);
          return true;
        });

    assertThat(modes.history()).hasSize(before + 1);
  }

  @Test
  void theDatabaseItselfRefusesASecondChangeUnderOneNumber() {
    ModeChange latest = modes.latest().orElseThrow();

    assertThatThrownBy(() -> modes.record(latest)).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void everyChangeBeginsWithTheModeThatTheOneBeforeLeft() {
    record(DeliveryMode.EXTRACTED);
    changes.begin(DeliveryMode.IN_PROCESS, DeliveryMode.IN_PROCESS);

    List<ModeChange> history = modes.history();

    assertThat(IntStream.range(1, history.size()))
        .allSatisfy(i -> assertThat(history.get(i).to()).isEqualTo(history.get(i - 1).from()));
  }

  private Order place() {
    return checkout.place(aBook(), null).order();
  }

  private OrderRequest aBook() {
    return new OrderRequest(customer, List.of(new OrderRequest.Line("GS-1001", 2)));
  }

  /** Past the check: what a shop with Kafka would store. */
  private void record(DeliveryMode mode) {
    ModeChange latest = modes.latest().orElseThrow();
    modes.record(new ModeChange(latest.number() + 1, Instant.now(), latest.to(), mode, "ada", ""));
  }
}
