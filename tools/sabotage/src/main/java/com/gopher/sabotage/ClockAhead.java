package com.gopher.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * A program on a machine whose clock is an hour ahead. Started again without it, the program finds
 * what it would find after somebody has set the clock right.
 */
@Sabotage(name = "clock-ahead")
class ClockAhead {

  private static final Duration AHEAD = Duration.ofHours(1);

  @Bean
  static BeanPostProcessor putTheClockForward() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Clock clock ? Clock.offset(clock, AHEAD) : bean;
      }
    };
  }

  /** The lease goes by the clock of the database, which is the same machine's. */
  @Bean
  static BeanPostProcessor putTheClockOfTheLeaseForward() throws IOException {
    Files.createTempFile(
        Path.of(Objects.requireNonNull(System.getenv("SABOTAGE_TRAPS"))), "clock-ahead-", "");
    return new RewrittenSql(
        sql ->
            sql.contains("outbox_lease")
                ? sql.replace("CURRENT_TIMESTAMP", "(CURRENT_TIMESTAMP + INTERVAL '1' HOUR)")
                : sql);
  }
}
