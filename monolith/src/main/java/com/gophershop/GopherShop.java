package com.gophershop;

import com.gopher.database.ModuleDataConfiguration;
import com.gopher.http.HttpConfiguration;
import com.gopher.publications.PublicationsConfiguration;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The shop as one process. Every direct sub-package is a module that owns its data; what the
 * modules stand on and what knows nothing of a shop lives in {@code com.gopher}.
 */
@SpringBootApplication(exclude = DataSourceInitializationAutoConfiguration.class)
@Import({HttpConfiguration.class, ModuleDataConfiguration.class, PublicationsConfiguration.class})
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
