package com.gotracker;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The tracker as a service of its own. It shares no code with the shop, only the contract in {@code
 * docs/contract}.
 */
@SpringBootApplication(exclude = DataSourceInitializationAutoConfiguration.class)
@EnableScheduling
public class GoTracker {

  public static void main(String[] args) {
    SpringApplication.run(GoTracker.class, args);
  }

  /** Milliseconds, because that is what the contract shows and every database here keeps. */
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
