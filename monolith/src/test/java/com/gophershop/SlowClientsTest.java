package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A client that sends its body a byte at a time holds up nobody, however long it takes. */
@ShopTest
@Tag("seconds")
@TestPropertySource(properties = "http.body.within=2m")
class SlowClientsTest {

  /** Shorter than slow clients are waited for, with the protection or without. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Autowired ShopClient shop;

  @Test
  void ordinaryRequestsGoOn() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/customers")) {
      for (int i = 0; i < 20; i++) {
        assertThat(OrdinaryRequest.isAnswered(shop.port(), PATIENCE)).isTrue();
      }
      slow.sendOneByte();
      shop.post("/api/customers", ShopClient.customerNamed("Ada")).is(201);
    }
  }

  @Test
  void soDoThoseOnTheManagementPort() throws IOException {
    try (var slow = SlowClients.of(shop.managementPort(), "/actuator/publications")) {
      shop.getFromManagement("/actuator/health").is(200);
      slow.sendOneByte();
      shop.getFromManagement("/actuator/health").is(200);
    }
  }
}
