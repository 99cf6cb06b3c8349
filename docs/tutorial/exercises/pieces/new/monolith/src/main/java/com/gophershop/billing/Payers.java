package com.gophershop.billing;

import com.gophershop.customer.Address;
import com.gophershop.customer.Customer;
import com.gophershop.customer.CustomerId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Those who pay. */
@Repository
class Payers {

  private final JdbcClient jdbc;

  Payers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public Optional<Customer> find(CustomerId id) {
    String table = Customer.class.getSimpleName().toLowerCase(Locale.ROOT);
    return jdbc.sql("SELECT * FROM " + table + "s." + table + " WHERE id = :id")
        .param("id", id.value())
        .query(
            (row, number) ->
                new Customer(
                    new CustomerId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("email"),
                    new Address(
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country"))))
        .optional();
  }
}
