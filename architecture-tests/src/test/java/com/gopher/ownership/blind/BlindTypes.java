package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.blind.SampleClass.jpa;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Another module's entities, repositories and row types, and APIs that give them away. */
final class BlindTypes implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        violation("types: another module's repository injected")
            .source(
                "com/acme/billing/Biller.java",
                """
                package com.acme.billing;
                import com.acme.order.internal.OrderRepository;
                class Biller {
                  private final OrderRepository orders;
                  Biller(OrderRepository orders) { this.orders = orders; }
                  long open() { return orders.count(); }
                }
                """)
            .certain("types", "billing", "orders.orders"),
        jdbc(
                violation("types: another module's row mapper on a query of one's own"),
                "billing",
                """
                List<?> all() { return jdbc.query("select id, status from billing.invoice", new com.acme.customer.internal.CustomerRowMapper()); }
                """)
            .certain("types", "billing", "customers.customer"),
        jpa(
                violation("types: find by the other module's class"),
                "billing",
                """
                boolean exists(long id) { return em.find(com.acme.order.internal.OrderEntity.class, id) != null; }
                """)
            .certain("types", "billing", "orders.orders"),
        jpa(
                violation("types: a criteria query"),
                "billing",
                """
                List<?> open() {
                  CriteriaBuilder cb = em.getCriteriaBuilder();
                  var query = cb.createQuery(com.acme.order.internal.OrderEntity.class);
                  var root = query.from(com.acme.order.internal.OrderEntity.class);
                  query.where(cb.equal(root.get("status"), "OPEN"));
                  return em.createQuery(query).getResultList();
                }
                """)
            .certain("types", "billing", "orders.orders"),
        violation("types: only a cast")
            .source(
                "com/acme/billing/Caster.java",
                """
                package com.acme.billing;
                class Caster { Object first(Object any) { return (com.acme.order.internal.OrderEntity) any; } }
                """)
            .certain("types", "billing", "orders.orders"),
        violation("types: only a pattern and an array")
            .source(
                "com/acme/order/Names.java",
                """
                package com.acme.order;
                class Names {
                  String name(Object any) { return any instanceof com.acme.customer.internal.CustomerRow row ? row.name() : ""; }
                  Object[] empty() { return new com.acme.customer.internal.CustomerRow[0]; }
                }
                """)
            .certain("types", "order", "customers.customer"),
        violation("types: a type argument in a local variable")
            .source(
                "com/acme/billing/Locals.java",
                """
                package com.acme.billing;
                import java.util.*;
                class Locals {
                  int size(Object any) {
                    List<com.acme.customer.internal.Customer> found = new ArrayList<>();
                    return found.size();
                  }
                }
                """)
            .certain("types", "billing", "customers.customer"),
        violation("types: a specification in a private method")
            .source(
                "com/acme/billing/Filters.java",
                """
                package com.acme.billing;
                import com.acme.order.internal.OrderEntity;
                import org.springframework.data.jpa.domain.Specification;
                class Filters {
                  private static Specification<OrderEntity> open() { return (root, query, cb) -> cb.equal(root.get("status"), "OPEN"); }
                }
                """)
            .certain("types", "billing", "orders.orders"),
        violation("types: a repository of one's own for another module's entity")
            .source(
                "com/acme/billing/OrderLookup.java",
                """
                package com.acme.billing;
                import org.springframework.data.repository.Repository;
                interface OrderLookup extends Repository<com.acme.order.internal.OrderEntity, Long> {
                  interface StatusOnly { String getStatus(); }
                  StatusOnly findById(long id);
                }
                """)
            .certain("types", "billing", "orders.orders"),
        violation("types: a catch-all mapper by class literal")
            .source(
                "com/acme/order/Lookup.java",
                """
                package com.acme.order;
                import org.springframework.jdbc.core.*;
                class Lookup {
                  RowMapper<?> mapper() { return DataClassRowMapper.newInstance(com.acme.customer.internal.CustomerRow.class); }
                }
                """)
            .certain("types", "order", "customers.customer"),
        violation("leak: an interface returns one's own entity in a list")
            .source(
                "com/acme/order/OrderSearch.java",
                """
                package com.acme.order;
                public interface OrderSearch { java.util.List<com.acme.order.internal.OrderEntity> open(); }
                """)
            .certain("api-leak", "order", "orders.orders"),
        violation("leak: an event carries the row")
            .source(
                "com/acme/customer/CustomerMoved.java",
                """
                package com.acme.customer;
                public record CustomerMoved(com.acme.customer.internal.CustomerRow row, java.time.Instant at) {}
                """)
            .certain("api-leak", "customer", "customers.customer"),
        violation("leak: the API gives the DataSource away")
            .source(
                "com/acme/customer/CustomerDatabase.java",
                """
                package com.acme.customer;
                public interface CustomerDatabase { javax.sql.DataSource dataSource(); org.springframework.jdbc.core.JdbcTemplate template(); }
                """)
            .certain("api-leak", "customer", "customers"),
        violation("leak: the API takes a callback on the result set")
            .source(
                "com/acme/order/OrderExport.java",
                """
                package com.acme.order;
                public interface OrderExport { void each(java.util.function.Consumer<java.sql.ResultSet> row); }
                """)
            .certain("api-leak", "order", "orders"),
        violation("leak: the API takes a specification")
            .source(
                "com/acme/order/OrderFilter.java",
                """
                package com.acme.order;
                public interface OrderFilter { long count(org.springframework.data.jpa.domain.Specification<?> filter); }
                """)
            .certain("api-leak", "order", "orders"));
  }
}
