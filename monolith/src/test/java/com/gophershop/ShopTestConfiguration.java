package com.gophershop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Lazy, because the shop makes the password when it sets up its database. */
  @Bean
  @Lazy
  ShopDatabase shopDatabase(
      @Value("${administrator.url}") String url,
      @Value("${administrator.username}") String username,
      @Value("${administrator.password:}") String password,
      @Value("${administrator.password-file:}") Path file)
      throws IOException {
    return new ShopDatabase(url, username, password.isEmpty() ? Files.readString(file) : password);
  }

  @Bean
  EventLog eventLog() {
    return new EventLog();
  }
}
