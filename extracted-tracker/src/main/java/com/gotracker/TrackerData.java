package com.gotracker;

import com.gopher.database.DatabaseSettings;
import com.gopher.database.SchemaOwner;
import com.gopher.database.Schemas;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tracker's only schema, with its outbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrackerProperties.class)
class TrackerData {

  @Bean
  Schemas schemas() {
    return Schemas.of(
        SchemaOwner.named("tracker", "tracker")
            .alsoMigratedBy("classpath:db/outbox")
            .alsoMigratedBy("classpath:db/inbound"));
  }

  @Bean
  DatabaseSettings databaseSettings(TrackerProperties properties) {
    return new DatabaseSettings(
        "tracker",
        properties.dataDir(),
        properties.connections(),
        Duration.ofSeconds(5),
        "gotracker");
  }
}
