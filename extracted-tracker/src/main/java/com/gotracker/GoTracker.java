package com.gotracker;

import com.gopher.database.EnableModuleLogins;
import com.gopher.failfast.EnableFailFast;
import com.gopher.http.EnableHttp;
import com.gopher.inbound.EnableInbound;
import com.gopher.outbox.EnableOutbox;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The tracker as a separate service. It shares no domain code with the shop, only the contract in
 * {@code docs/contract}; both stand on {@code com.gopher}, which is switched on here.
 */
@SpringBootApplication(exclude = DataSourceInitializationAutoConfiguration.class)
@EnableHttp(program = "tracker")
@EnableModuleLogins
@EnableOutbox
@EnableInbound
@EnableFailFast
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
