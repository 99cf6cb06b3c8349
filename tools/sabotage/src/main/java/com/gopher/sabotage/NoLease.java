package com.gopher.sabotage;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** A relay that always believes it holds the lease, and often stands still before it sends. */
@Sabotage(name = "no-lease")
class NoLease {

  @Bean
  static BeanPostProcessor alwaysHoldTheLease() {
    return new RewrittenSql(
        sql ->
            sql.contains("outbox_lease")
                ? sql.replace("expires_at < CURRENT_TIMESTAMP", "1 = 1")
                : sql);
  }

  @Bean
  static BeanFactoryPostProcessor standStillAtTimes(ConfigurableEnvironment environment) {
    return RelayInterceptor.into(environment, StandStill.class);
  }
}
