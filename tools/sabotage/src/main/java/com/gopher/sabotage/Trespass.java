package com.gopher.sabotage;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Lets somebody outside have this process read any table, on behalf of any of its modules. The
 * controller is no class inside this one: Spring would register it a second time.
 */
@Sabotage(name = "trespass")
class Trespass {

  @Bean
  Trespasser trespasser(DataSource data, PlatformTransactionManager transactions) {
    return new Trespasser(new JdbcTemplate(data), transactions);
  }
}
