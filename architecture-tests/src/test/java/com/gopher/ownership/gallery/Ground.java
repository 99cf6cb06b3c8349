package com.gopher.ownership.gallery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The application that every sample is added to: three modules, each with its schema, and nothing
 * wrong with it.
 */
final class Ground {

  private Ground() {}

  static Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put(
        "com/acme/Shop.java",
        """
        package com.acme;
        @org.springframework.modulith.Modulithic
        public class Shop {}
        """);
    sources.put(
        "com/acme/OwnsSchema.java",
        """
        package com.acme;
        import java.lang.annotation.*;
        @Target(ElementType.PACKAGE) @Retention(RetentionPolicy.RUNTIME)
        public @interface OwnsSchema { String value(); }
        """);
    sources.put(
        "com/acme/CrossModuleAccess.java",
        """
        package com.acme;
        import java.lang.annotation.*;
        @Retention(RetentionPolicy.RUNTIME)
        public @interface CrossModuleAccess { String because(); }
        """);
    addOrder(sources);
    addCustomer(sources);
    addBilling(sources);
    return sources;
  }

  static Map<String, String> resources() {
    return Map.of(
        "db/migration/order/V1__orders.sql",
        """
        CREATE TABLE orders.orders (id BIGINT PRIMARY KEY, status VARCHAR(20), customer_id BIGINT);
        CREATE TABLE orders.order_line (order_id BIGINT REFERENCES orders.orders, position INT, title VARCHAR(80));
        CREATE SEQUENCE orders.order_seq;
        CREATE FUNCTION orders.next_number() RETURNS BIGINT AS $$ SELECT nextval('orders.order_seq') $$ LANGUAGE sql;
        """,
        "db/migration/customer/V1__customers.sql",
        "CREATE TABLE customers.customer (id BIGINT PRIMARY KEY, name VARCHAR(80), mail VARCHAR(80));\n",
        "db/migration/billing/V1__invoices.sql",
        "CREATE TABLE billing.invoice (id BIGINT PRIMARY KEY, order_id BIGINT, total DECIMAL(10, 2), status VARCHAR(20));\n",
        "data-ownership.yml",
        "shared: [events.event_publication]\n");
  }

  private static void addOrder(Map<String, String> sources) {
    sources.put(
        "com/acme/order/package-info.java",
        "@com.acme.OwnsSchema(\"orders\")\npackage com.acme.order;\n");
    sources.put(
        "com/acme/order/Orders.java",
        """
        package com.acme.order;
        public interface Orders { String statusOf(long id); }
        """);
    sources.put(
        "com/acme/order/OrderPlaced.java",
        """
        package com.acme.order;
        public record OrderPlaced(long orderId) {}
        """);
    sources.put(
        "com/acme/order/internal/OrderEntity.java",
        """
        package com.acme.order.internal;
        import jakarta.persistence.*;
        @Entity(name = "Order") @Table(name = "orders", schema = "orders")
        public class OrderEntity { @Id Long id; String status; @Column(name = "customer_id") Long customerId; public Long getId() { return id; } }
        """);
    sources.put(
        "com/acme/order/internal/OrderRepository.java",
        """
        package com.acme.order.internal;
        public interface OrderRepository extends org.springframework.data.jpa.repository.JpaRepository<OrderEntity, Long> {}
        """);
  }

  private static void addCustomer(Map<String, String> sources) {
    sources.put(
        "com/acme/customer/package-info.java",
        "@com.acme.OwnsSchema(\"customers\")\npackage com.acme.customer;\n");
    sources.put(
        "com/acme/customer/Customers.java",
        """
        package com.acme.customer;
        public interface Customers { String nameOf(long id); }
        """);
    sources.put(
        "com/acme/customer/internal/Customer.java",
        """
        package com.acme.customer.internal;
        import org.springframework.data.annotation.Id;
        import org.springframework.data.relational.core.mapping.Table;
        @Table(name = "customer", schema = "customers")
        public class Customer { @Id public Long id; public String name; }
        """);
    sources.put(
        "com/acme/customer/internal/CustomerRepository.java",
        """
        package com.acme.customer.internal;
        public interface CustomerRepository extends org.springframework.data.repository.CrudRepository<Customer, Long> {}
        """);
    sources.put(
        "com/acme/customer/internal/CustomerRow.java",
        """
        package com.acme.customer.internal;
        public record CustomerRow(long id, String name) {}
        """);
    sources.put(
        "com/acme/customer/internal/CustomerRowMapper.java",
        """
        package com.acme.customer.internal;
        import java.sql.*;
        public class CustomerRowMapper implements org.springframework.jdbc.core.RowMapper<CustomerRow> {
          public CustomerRow mapRow(ResultSet row, int number) throws SQLException { return new CustomerRow(row.getLong(1), row.getString(2)); }
        }
        """);
  }

  private static void addBilling(Map<String, String> sources) {
    sources.put(
        "com/acme/billing/package-info.java",
        "@com.acme.OwnsSchema(\"billing\")\npackage com.acme.billing;\n");
    sources.put(
        "com/acme/billing/Invoices.java",
        """
        package com.acme.billing;
        public interface Invoices { long countOf(long orderId); }
        """);
  }
}
