package com.gophershop.billing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.gopher.publications.CompletesPublication;
import com.gophershop.Money;
import com.gophershop.billing.Invoice.CreditNote;
import com.gophershop.billing.Invoice.Recipient;
import com.gophershop.customer.Address;
import com.gophershop.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored invoices: one for each order, however often it is announced, and one credit note. A
 * credit note may be stored before its invoice; the invoice finds it when it comes.
 */
@Repository
class Invoices {

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcClient jdbc;

  Invoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  @CompletesPublication
  public void write(OrderId orderId, Recipient recipient, Money total, Instant now) {
    Address address = recipient.address();
    jdbc.sql(
            """
            INSERT INTO billing.invoice
              (id, order_id, customer_name, street, postal_code, city, country, total_amount,
               total_currency, issued_at)
            SELECT :id, :orderId, :name, :street, :postalCode, :city, :country, :amount, :currency,
                   :at
            WHERE NOT EXISTS (
              SELECT 1
              FROM billing.invoice
              WHERE order_id = :orderId)
            """)
        .param("id", ids.generate())
        .param("orderId", orderId.value())
        .param("name", recipient.name())
        .param("street", address.street())
        .param("postalCode", address.postalCode())
        .param("city", address.city())
        .param("country", address.country())
        .param("amount", total.amount())
        .param("currency", total.currency())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Transactional
  public void credit(OrderId orderId, Instant now) {
    jdbc.sql(
            """
            INSERT INTO billing.credit_note (id, order_id, issued_at)
            SELECT :id, :orderId, :at
            WHERE NOT EXISTS (
              SELECT 1
              FROM billing.credit_note
              WHERE order_id = :orderId)
            """)
        .param("id", ids.generate())
        .param("orderId", orderId.value())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The oldest first. */
  @Transactional(readOnly = true)
  public List<Invoice> list(Optional<OrderId> order, Optional<UUID> after, int rows) {
    StringBuilder sql =
        new StringBuilder(
            """
            SELECT i.id, i.order_id, i.customer_name, i.street, i.postal_code, i.city, i.country,
                   i.total_amount, i.total_currency, i.issued_at,
                   c.id AS credit_id, c.issued_at AS credited_at
            FROM billing.invoice i
            LEFT JOIN billing.credit_note c ON c.order_id = i.order_id
            WHERE 1 = 1
            """);
    Map<String, Object> parameters = new LinkedHashMap<>();
    order.ifPresent(
        it -> {
          sql.append("AND i.order_id = :order\n");
          parameters.put("order", it.value());
        });
    after.ifPresent(
        it -> {
          sql.append("AND i.id > :after\n");
          parameters.put("after", it);
        });
    sql.append("ORDER BY i.id\nLIMIT :rows");
    parameters.put("rows", rows);
    return jdbc.sql(sql.toString()).params(parameters).query(Invoices::invoice).list();
  }

  private static Invoice invoice(ResultSet row, int number) throws SQLException {
    return new Invoice(
        row.getObject("id", UUID.class),
        new OrderId(row.getObject("order_id", UUID.class)),
        new Recipient(
            row.getString("customer_name"),
            new Address(
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("country"))),
        new Money(row.getBigDecimal("total_amount"), row.getString("total_currency")),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        creditNote(row));
  }

  private static @Nullable CreditNote creditNote(ResultSet row) throws SQLException {
    UUID id = row.getObject("credit_id", UUID.class);
    return id == null
        ? null
        : new CreditNote(id, row.getObject("credited_at", OffsetDateTime.class).toInstant());
  }
}
