package com.gophershop;

import com.gopher.database.EnableSchemas;
import com.gopher.http.EnableHttp;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The shop as one process. Its modules share one login to the database, the administrator's. */
@SpringBootApplication(
    exclude = {DataSourceInitializationAutoConfiguration.class, KafkaAutoConfiguration.class})
@EnableHttp(program = "shop")
@EnableSchemas
public class GopherShop {

  public static void main(String[] args) {
    SpringApplication.run(GopherShop.class, args);
  }

  /** Milliseconds, because that is what the API shows and every database here keeps. */
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
