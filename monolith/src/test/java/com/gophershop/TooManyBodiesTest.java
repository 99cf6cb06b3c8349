package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Only so many bodies are waited for at a time. */
@ShopTest
@Tag("seconds")
@TestPropertySource(properties = {"http.body.within=10s", "http.body.waiting=10"})
class TooManyBodiesTest {

  @Autowired ShopClient shop;

  @Test
  void theOthersAreToldToTryAgain() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/customers")) {
      assertThat(slow.answers())
          .allMatch(it -> it.matches("(?s)HTTP/1.1 (408|503).*"))
          .filteredOn(it -> it.startsWith("HTTP/1.1 503") && it.contains("Retry-After: 1"))
          .hasSizeGreaterThan(SlowClients.MANY / 2);
    }
  }
}
