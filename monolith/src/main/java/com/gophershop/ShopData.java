package com.gophershop;

import com.gopher.database.DatabaseSettings;
import com.gopher.database.SchemaOwner;
import com.gopher.database.Schemas;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shop's schemas: one for each module, and one for what they publish. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShopProperties.class)
class ShopData {

  /** Belongs to no module, and each may only append to it. */
  private static final SchemaOwner EVENTS =
      new SchemaOwner(
          "events",
          "events",
          "events_owner",
          "events_app",
          List.of("classpath:db/publications", "classpath:db/outbox"));

  @Bean
  Schemas schemas() {
    return Schemas.ofModulesBelow("com.gophershop").with(EVENTS, "event_publication", "outbox");
  }

  @Bean
  DatabaseSettings databaseSettings(ShopProperties properties) {
    return new DatabaseSettings(
        "shop",
        properties.dataDir(),
        properties.connectionsPerModule(),
        Duration.ofSeconds(10),
        "gopher-shop");
  }
}
