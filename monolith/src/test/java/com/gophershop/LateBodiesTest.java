package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A body that is not there in time is not waited for any longer. */
@ShopTest
@Tag("seconds")
@TestPropertySource(properties = "http.body.within=2s")
class LateBodiesTest {

  @Autowired ShopClient shop;

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
  void soAreThoseWhoseRequestWouldBeRefusedAnyway() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/nothing-here")) {
      assertThat(slow.answers()).allMatch(it -> it.startsWith("HTTP/1.1 408"));
    }
  }

  @Test
  void soAreThoseOnTheManagementPort() throws IOException {
    try (var slow = SlowClients.of(shop.managementPort(), "/actuator/publications")) {
      assertThat(slow.answers()).allMatch(it -> it.startsWith("HTTP/1.1 408"));
    }
  }
}
