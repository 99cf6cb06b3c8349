package com.gopher.sabotage;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Hands out stored events without a look at whether they can be read. */
@Sabotage(name = "unreadable-handed-out")
class UnreadableHandedOut {

  private static final String DUE = "WHERE status = 'FAILED'\nORDER BY publication_date";

  @Bean
  static BeanPostProcessor findNoneThatCannotBeRead() {
    return new RewrittenSql(sql -> sql.replace(DUE, DUE.replace("status = 'FAILED'", "1 = 0")));
  }
}
