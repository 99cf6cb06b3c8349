package com.gopher.publications;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application whose listeners write. */
@Configuration(proxyBeanMethods = false)
@EnablePublications
class WorkingApplication extends PublishingApplication {

  @Bean
  Workshop workshop(JdbcClient jdbc) {
    return new Workshop(jdbc);
  }

  @Bean
  JobListener jobListener(Workshop workshop) {
    return new JobListener(workshop);
  }
}
