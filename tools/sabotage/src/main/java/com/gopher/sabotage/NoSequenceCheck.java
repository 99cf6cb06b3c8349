package com.gopher.sabotage;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * A tracker that does not ask what it has applied before: it takes each record for a new one and
 * prepares a parcel for each order that is placed.
 */
@Sabotage(name = "no-sequence-check")
class NoSequenceCheck {

  @Bean
  static BeanPostProcessor forgetWhatWasApplied() {
    return new RewrittenSql(NoSequenceCheck::rewrite);
  }

  private static String rewrite(String sql) {
    if (sql.startsWith("INSERT INTO tracker.shipment\n")) {
      return sql.replace("INSERT INTO", "MERGE INTO").replace("VALUES", "KEY (order_id) VALUES");
    }
    return sql.contains("FROM tracker.shipment\n")
        ? sql.replace("WHERE order_id = ANY(?)", "WHERE 1 = 0 AND order_id = ANY(?)")
        : sql;
  }
}
