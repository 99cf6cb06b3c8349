package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Through the real registry, with its threads: every event of an order once more. */
@ShopTest
class RedeliveryTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;
  @Autowired EventLog events;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void aDeliveredOrderStaysAsItIsIfAllItsEventsAreToldAgain() {
    String order = shop.newOrder();
    shop.awaitTracking(order, "PREPARING");
    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "SHIPPED");
    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "DELIVERED");

    assertThatTellingAgainChangesNothing(order, 4 + 3);
  }

  @Test
  void aCancelledOrderStaysAsItIsIfAllItsEventsAreToldAgain() {
    String order = shop.newOrderInPreparation();
    shop.cancel(order).is(202);
    shop.awaitOrder(order, "CANCELLED");

    assertThatTellingAgainChangesNothing(order, 5 + 3);
  }

  /** Three of the events are the order's states, which leave the shop where there is Kafka. */
  private void assertThatTellingAgainChangesNothing(String order, int eventsOfIt) {
    database.awaitQuiet();
    List<Record> published = events.published(Record.class, it -> it.toString().contains(order));
    assertThat(published).hasSize(eventsOfIt);
    List<Object> before = everythingAbout(order);

    tellAgain(published);

    database.awaitQuiet();
    assertThat(everythingAbout(order)).isEqualTo(before);
    assertThat(events.published(Record.class, it -> it.toString().contains(order)))
        .as("what the listeners made of it")
        .hasSize(2 * eventsOfIt);
  }

  private void tellAgain(List<Record> published) {
    var transaction = new TransactionTemplate(transactions);
    // Any module's login may append to the registry.
    transaction.setName("com.gophershop.order.Again");
    transaction.executeWithoutResult(it -> published.forEach(publisher::publishEvent));
  }

  private List<Object> everythingAbout(String order) {
    return List.of(
        shop.get("/api/orders/" + order).json(),
        shop.get("/api/invoices?orderId=" + order).json(),
        shop.get("/api/tracking/" + order).json());
  }
}
