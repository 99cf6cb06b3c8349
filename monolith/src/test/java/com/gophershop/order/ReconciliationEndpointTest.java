package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gophershop.ShopClient;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.tracking.ShipmentPrepared;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What the shop knows of its orders can be asked for range by range, and is noted when compared.
 */
@ShopTest
@TestPropertySource(
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      // Nobody answers there, and the shop says so.
      "logging.level.com.gopher=ERROR"
    })
class ReconciliationEndpointTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Autowired ReconciliationEndpoint endpoint;
  @Autowired KnownOrders orders;
  @Autowired UndecidedOrders undecided;
  @Autowired ApplicationEventPublisher events;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @Test
  void anOrderIsKnownWithWhatWasHeardOfItsParcel() {
    UUID order = undecided.place().value();
    assertThat(known(order).trackingNumber()).isNull();

    hear(order);

    KnownOrder known = known(order);
    assertThat(known.decider()).isEqualTo(Decider.TRACKER);
    assertThat(known.state()).isEqualTo("PREPARING");
    assertThat(known.trackingNumber()).isEqualTo("GT-1");
    assertThat(known.sequence()).isEqualTo(1);
    assertThat(known.times()).containsOnlyKeys("PREPARING").containsValue(NOON.toEpochMilli());
  }

  @Test
  void whateverIsChangedByHandChangesTheDigest() {
    UUID order = undecided.place().value();
    hear(order);
    String before = digest(order);

    for (String change :
        List.of(
            "UPDATE orders.purchase_order SET status = 'SHIPPED' WHERE id = ?",
            "UPDATE orders.purchase_order SET version = 7 WHERE id = ?",
            "UPDATE tracking.parcel SET tracking_number = 'GT-2' WHERE order_id = ?",
            "UPDATE tracking.parcel_history SET at = CURRENT_TIMESTAMP WHERE order_id = ?",
            "UPDATE orders.purchase_order SET decider = 'shop' WHERE id = ?")) {
      database.asAdministrator().update(change, order);
      assertThat(digest(order)).as(change).isNotEqualTo(before);
      before = digest(order);
    }
  }

  @Test
  void aRangeBeginsBehindItsFirstIdAndEndsWithItsLast() {
    UUID first = UUID.fromString(shop.newOrder());
    UUID second = UUID.fromString(shop.newOrder());

    assertThat(ids(orders.between(first, second))).containsExactly(second);
    assertThat(ids(orders.between(second, first))).isEmpty();
    JsonNode all =
        shop.getFromManagement("/actuator/reconciliation/rows?after=" + first).is(200).json();
    assertThat(all.path("end").asString()).isEqualTo("ffffffff-ffff-ffff-ffff-ffffffffffff");
    assertThat(all.path("items").path(0).path("decider").asString()).isEqualTo("shop");
  }

  @Test
  void aRangeOfMoreThanAThousandOrdersEndsWithTheThousandth() {
    List<UUID> ids = LongStream.rangeClosed(1, 1_001).mapToObj(it -> new UUID(1, it)).toList();
    UUID thousandth = ids.get(999);
    JdbcTemplate administrator = database.asAdministrator();
    try {
      administrator.batchUpdate(
          """
          INSERT INTO orders.purchase_order
            (id, customer_id, decider, status, version, total_amount, total_currency, placed_at)
          VALUES (?, ?, 'shop', 'DELIVERED', 3, 1, 'EUR', CURRENT_TIMESTAMP)
          """,
          ids.stream().map(id -> new Object[] {id, id}).toList());

      OrderRange range = orders.between(new UUID(1, 0), new UUID(1, -1));

      assertThat(range.end()).isEqualTo(thousandth);
      assertThat(ids(range)).isEqualTo(ids.subList(0, 1_000));
      assertThat(ids(orders.between(range.end(), new UUID(1, -1)))).containsExactly(ids.get(1_000));
    } finally {
      administrator.update(
          "DELETE FROM orders.purchase_order WHERE id > ? AND id <= ?",
          new UUID(1, 0),
          new UUID(1, -1));
    }
  }

  @Test
  void anythingElseThanDigestsAndRowsIsABadRequest() {
    shop.getFromManagement("/actuator/reconciliation/tables").is(400);
    assertThatThrownBy(() -> endpoint.announceAgain("else", List.of()))
        .isInstanceOf(InvalidEndpointRequestException.class);
    assertThatThrownBy(() -> endpoint.announceAgain("announced", List.of("x")))
        .isInstanceOf(InvalidEndpointRequestException.class);
    assertThatThrownBy(() -> endpoint.note(-1, 0, 0))
        .isInstanceOf(InvalidEndpointRequestException.class);
  }

  @Test
  void aClosedOrderIsAnnouncedAgainToo() {
    UUID order = undecided.place().value();
    database
        .asAdministrator()
        .update(
            "UPDATE orders.purchase_order SET status = 'DELIVERED', version = 4 WHERE id = ?",
            order);

    assertThat(
            endpoint
                .announceAgain("announced", List.of(order.toString(), UUID.randomUUID().toString()))
                .get("announced"))
        .isEqualTo(1);

    assertThat(
            database
                .asAdministrator()
                .queryForList(
                    "SELECT event_id FROM events.outbox WHERE event_type = 'shop.order.repeated' AND record_key = ?",
                    String.class,
                    order.toString()))
        .containsExactly(order + ":4");
  }

  @Test
  void onlyARunWithoutDifferencesAndWithNothingPendingIsClean() {
    Reconciliation clean = endpoint.note(5, 0, 0);
    assertThat(clean.cleanAt()).isEqualTo(clean.at());

    assertThat(endpoint.note(5, 1, 0).cleanAt()).isEqualTo(clean.cleanAt());
    assertThat(endpoint.note(5, 0, 1).cleanAt()).isEqualTo(clean.cleanAt());

    JsonNode latest = shop.getFromManagement("/actuator/reconciliation").is(200).json();
    assertThat(latest.path("pending").asInt()).isEqualTo(1);
    assertThat(latest.path("cleanAt").asString()).isEqualTo(String.valueOf(clean.cleanAt()));
    shop.getFromManagement("/actuator/metrics/shop.reconciliation.clean.age").is(200);
    shop.getFromManagement("/actuator/metrics/shop.reconciliation.differences").is(200);
  }

  private void hear(UUID order) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setName("com.gophershop.tracking.Heard");
    transaction.executeWithoutResult(
        status -> events.publishEvent(new ShipmentPrepared(order, "GT-1", 1, NOON)));
    ShopClient.eventually(() -> known(order), it -> it.trackingNumber() != null);
  }

  private KnownOrder known(UUID order) {
    return orders.between(before(order), order).items().get(0);
  }

  private String digest(UUID order) {
    return orders.between(before(order), order).digest();
  }

  private static List<UUID> ids(OrderRange range) {
    return range.items().stream().map(KnownOrder::id).toList();
  }

  private static UUID before(UUID id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
  }
}
