package com.gophershop.customer;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks customers up. The golden rule's own example: billing needs a name and an address for its
 * invoice and asks here, it does not read the table.
 */
@Repository
public class Customers {

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcClient jdbc;
  private final Clock clock;

  Customers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Customer> find(CustomerId id) {
    return jdbc.sql(
            """
            SELECT id, name, email, street, postal_code, city, country
            FROM customers.customer
            WHERE id = :id
            """)
        .param("id", id.value())
        .query(Customers::customer)
        .optional();
  }

  @Transactional
  Customer register(Registration registration) {
    var id = new CustomerId(ids.generate());
    var address = registration.address();
    jdbc.sql(
            """
            INSERT INTO customers.customer
              (id, name, email, street, postal_code, city, country, registered_at)
            VALUES (:id, :name, :email, :street, :postalCode, :city, :country, :at)
            """)
        .param("id", id.value())
        .param("name", registration.name())
        .param("email", registration.email())
        .param("street", address.street())
        .param("postalCode", address.postalCode())
        .param("city", address.city())
        .param("country", address.country())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return new Customer(id, registration.name(), registration.email(), address);
  }

  private static Customer customer(ResultSet row, int number) throws SQLException {
    return new Customer(
        new CustomerId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("email"),
        new Address(
            row.getString("street"),
            row.getString("postal_code"),
            row.getString("city"),
            row.getString("country")));
  }
}
