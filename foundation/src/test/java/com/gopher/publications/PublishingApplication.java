package com.gopher.publications;

import com.gopher.database.DatabaseSettings;
import com.gopher.database.EnableSchemas;
import com.gopher.database.SchemaOwner;
import com.gopher.database.Schemas;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that publishes and listens, without a registry although its table is there. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableSchemas
class PublishingApplication {

  @Bean
  Schemas schemas() {
    return Schemas.of(
        new SchemaOwner(
            "events",
            "events",
            "events_owner",
            "events_app",
            List.of("classpath:db/publications")));
  }

  @Bean
  DatabaseSettings databaseSettings(@Value("${data-dir}") Path dataDir) {
    return new DatabaseSettings("program", dataDir, 8, Duration.ofSeconds(5), "seed");
  }

  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  StubbornListener stubbornListener() {
    return new StubbornListener();
  }

  static ConfigurableApplicationContext start(
      Class<? extends PublishingApplication> application, Path dataDir) {
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .run(
            "--data-dir=" + dataDir,
            "--spring.main.banner-mode=off",
            "--spring.modulith.events.completion-mode=delete",
            "--spring.modulith.events.jdbc.schema=EVENTS",
            "--spring.modulith.events.jdbc.schema-initialization.enabled=false",
            // One thread: what is scheduled after a run begins after it.
            "--spring.task.scheduling.pool.size=1",
            // What the tests plant.
            "--logging.level.org.springframework.transaction.support=OFF",
            "--logging.level.com.gopher.publications=ERROR");
  }
}
