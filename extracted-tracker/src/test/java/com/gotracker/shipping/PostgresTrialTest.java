package com.gotracker.shipping;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
@Tag("seconds")
class PostgresTrialTest extends TrialTests {

  private static EmbeddedPostgres server;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) throws IOException {
    server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start();
    properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }
}
