package com.gotracker.sample;

import com.gophershop.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the shop's database and uses its code: a distributed monolith in one class. */
public class ReadsTheShopsOrders {

  private final JdbcClient jdbc;

  public ReadsTheShopsOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Money total() {
    return jdbc.sql(
            """
            SELECT total_amount, total_currency
            FROM orders.purchase_order
            """)
        .query(Money.class)
        .single();
  }
}
