package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Who sends his body a byte at a time holds up nobody, and is turned away in time. */
@ShopTest
@TestPropertySource(properties = {"http.body.within=4s", "http.body.waiting=230"})
class SlowClientsTest {

  @Autowired ShopClient shop;

  @Test
  void ordinaryRequestsGoOn() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/customers")) {
      for (int i = 0; i < 100; i++) {
        assertThat(OrdinaryRequest.isAnswered(shop.port(), Duration.ofSeconds(2))).isTrue();
      }
      slow.sendOneByte();
      shop.post("/api/customers", ShopClient.customerNamed("Ada")).is(201);
    }
  }

  @Test
  void theyAreToldThatTheyWereTooSlow() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/customers")) {
      assertThat(slow.answers())
          .hasSize(SlowClients.MANY)
          .allMatch(it -> it.startsWith("HTTP/1.1 408"))
          .allMatch(it -> it.contains("application/problem+json"))
          .allMatch(it -> it.contains("nothing was stored"))
          .allMatch(it -> it.contains("Content-Security-Policy"));
    }
  }

  /** Who is refused for another reason is not read to the end either. */
  @Test
  void norDoThoseHoldUpAnybodyWhoseRequestIsRefusedAnyway() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/nothing-here")) {
      assertThat(OrdinaryRequest.isAnswered(shop.port(), Duration.ofSeconds(2))).isTrue();
      assertThat(slow.answers()).allMatch(it -> it.startsWith("HTTP/1.1 408"));
    }
  }

  @Test
  void whenTooManyAreWaitedForTheRestIsToldToTryAgain() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/customers");
        var more = SlowClients.of(shop.port(), "/api/customers")) {
      assertThat(more.answers())
          .filteredOn(it -> it.startsWith("HTTP/1.1 503") && it.contains("Retry-After: 1"))
          .hasSizeGreaterThanOrEqualTo(2 * SlowClients.MANY - 230);
      assertThat(slow.answers()).allMatch(it -> it.matches("(?s)HTTP/1.1 (408|503).*"));
    }
  }

  @Test
  void theManagementPortGoesOnToo() throws IOException {
    try (var slow = SlowClients.of(shop.managementPort(), "/actuator/publications")) {
      shop.getFromManagement("/actuator/health").is(200);
      slow.sendOneByte();
      shop.getFromManagement("/actuator/health").is(200);
      assertThat(slow.answers()).allMatch(it -> it.startsWith("HTTP/1.1 408"));
    }
  }
}
