package com.gophershop;

import com.gopher.database.DatabaseSettings;
import com.gopher.database.SchemaOwner;
import com.gopher.database.Schemas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  private static final Map<String, SchemaOwner> OWNERS =
      Map.of(
          "com.gophershop.billing", SchemaOwner.named("billing", "billing"),
          "com.gophershop.catalog", SchemaOwner.named("catalog", "catalog"),
          "com.gophershop.customer", SchemaOwner.named("customer", "customers"),
          "com.gophershop.delivery", SchemaOwner.named("delivery", "delivery"),
          "com.gophershop.order", SchemaOwner.named("order", "orders"),
          "com.gophershop.tracking", SchemaOwner.named("tracking", "tracking"));

  @Bean
  Schemas schemas() {
    return new Schemas(null, List.of(), OWNERS).with(EVENTS, "event_publication", "outbox");
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
