package com.gophershop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The control of {@link SlowClientsTest}: bodies are read by whoever needs them. */
@ShopTest
@Tag("seconds")
@Import(SlowClientsControlTest.WithoutWholeBody.class)
@DirtiesContext
class SlowClientsControlTest {

  @Autowired ShopClient shop;

  @Test
  void theyHoldAllThreadsOfTheServer() throws IOException {
    try (var slow = SlowClients.of(shop.port(), "/api/customers")) {
      // The server takes connections in any order: one of the last may still be answered.
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> !OrdinaryRequest.isAnswered(shop.port(), Duration.ofSeconds(2)));
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class WithoutWholeBody {

    @Bean
    static BeanPostProcessor switchItOff() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (bean instanceof FilterRegistrationBean<?> registration
              && name.equals("wholeBodyFirst")) {
            registration.setEnabled(false);
          }
          return bean;
        }
      };
    }
  }
}
