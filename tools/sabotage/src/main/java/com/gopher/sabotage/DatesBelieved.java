package com.gopher.sabotage;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Believes every date, however far ahead it lies. */
@Sabotage(name = "dates-believed")
class DatesBelieved {

  @Bean
  static BeanPostProcessor findNothingAhead() {
    return new RewrittenSql(
        sql ->
            sql.replace("OR expires_at > ", "OR 1 = 0 AND expires_at > ")
                .replace("AND due_at > ", "AND 1 = 0 AND due_at > "));
  }
}
