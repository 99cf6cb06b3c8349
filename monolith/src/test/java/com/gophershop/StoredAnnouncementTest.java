package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What others shall hear of an order is stored with it, whether or not Kafka is there. */
@ShopTest
@TestPropertySource(
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      // Nobody answers there, and the shop says so.
      "logging.level.com.gopher=ERROR"
    })
class StoredAnnouncementTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @Test
  void eachChangeOfAnOrderWaitsInTheOutboxAsTheContractSays() {
    String order = shop.newOrderInPreparation();
    shop.cancel(order);
    shop.awaitOrder(order, "CANCELLED");

    List<String> payloads = announcementsOf(order);

    assertThat(payloads)
        .extracting(payload -> JsonMapper.shared().readTree(payload).path("status").asString())
        .containsExactly("PLACED", "CANCELLING", "CANCELLED");
    assertThat(payloads)
        .allSatisfy(it -> assertThat(Contract.violations("order-v1", it)).isEmpty());
  }

  private List<String> announcementsOf(String order) {
    return database
        .asAdministrator()
        .queryForList(
            "SELECT payload FROM events.outbox WHERE record_key = ? ORDER BY id",
            String.class,
            order);
  }
}
