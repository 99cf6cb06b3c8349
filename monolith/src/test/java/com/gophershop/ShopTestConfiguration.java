package com.gophershop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class ShopTestConfiguration {

  @Bean
  @Primary
  MovableClock movableClock() {
    return new MovableClock();
  }

  /** Lazy, because the ports are not known before the servers have started. */
  @Bean
  @Lazy
  ShopClient shopClient(
      @Value("${local.server.port}") int port,
      @Value("${local.management.port}") int managementPort,
      MovableClock clock) {
    return new ShopClient(port, managementPort, clock);
  }

  @Bean
  ShopDatabase shopDatabase(
      @Value("${administrator.url}") String url,
      @Value("${administrator.username}") String username,
      @Value("${administrator.password}") String password) {
    return new ShopDatabase(url, username, password);
  }

  @Bean
  EventLog eventLog() {
    return new EventLog();
  }
}
