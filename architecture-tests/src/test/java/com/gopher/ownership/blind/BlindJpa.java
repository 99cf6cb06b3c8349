package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.invoice;
import static com.gopher.ownership.blind.SampleClass.jpa;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Queries through JPA, Hibernate and Spring Data. */
final class BlindJpa implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jpa(
                violation("JPQL on another module's entity"),
                "billing",
                """
                List<Long> open() { return em.createQuery("select o.id from Order o where o.status = :s", Long.class).setParameter("s", "OPEN").getResultList(); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jpa(
                violation("JPQL bulk update without alias"),
                "customer",
                """
                int cancel(long id) { return em.createQuery("UPDATE Order SET status = 'CANCELLED' WHERE customerId = ?1").setParameter(1, id).executeUpdate(); }
                """)
            .certain("sql", "customer", "orders.orders"),
        jpa(
                violation("HQL with the qualified name of the entity class"),
                "billing",
                """
                List<?> all() { return em.unwrap(org.hibernate.Session.class).createQuery("from com.acme.order.internal.OrderEntity", Object.class).list(); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jpa(
                violation("a native query with a tuple"),
                "billing",
                """
                @SuppressWarnings("unchecked")
                List<Tuple> rows() { return em.createNativeQuery("SELECT l.title, l.position FROM orders.order_line l", Tuple.class).getResultList(); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jpa(
                violation("a stored procedure query"),
                "billing",
                """
                Object number() { return em.createStoredProcedureQuery("orders.next_number").getSingleResult(); }
                """)
            .certain("sql", "billing", "orders.next_number"),
        jpa(
                violation("work on the session's connection"),
                "order",
                """
                void wipe() { em.unwrap(org.hibernate.Session.class).doWork(c -> { try (var s = c.createStatement()) { s.executeUpdate("DELETE FROM billing.invoice"); } }); }
                """)
            .certain("sql", "order", "billing.invoice"),
        invoice(violation("a native repository query"), "", "")
            .source(
                "com/acme/billing/internal/InvoiceRepository.java",
                """
                package com.acme.billing.internal;
                import java.util.List;
                import org.springframework.data.jpa.repository.*;
                public interface InvoiceRepository extends JpaRepository<Invoice, Long> {
                  @Query(value = "SELECT i.* FROM billing.invoice i JOIN orders.orders o ON o.id = i.order_id WHERE o.customer_id = ?1", countQuery = "SELECT 1", nativeQuery = true)
                  List<Invoice> ofCustomer(long customerId);
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        invoice(violation("only the count query crosses"), "", "")
            .source(
                "com/acme/billing/internal/InvoiceRepository.java",
                """
                package com.acme.billing.internal;
                import org.springframework.data.domain.*;
                import org.springframework.data.jpa.repository.*;
                public interface InvoiceRepository extends JpaRepository<Invoice, Long> {
                  @NativeQuery(value = "SELECT * FROM billing.invoice", countQuery = "SELECT count(*) FROM customers.customer")
                  Page<Invoice> page(Pageable pageable);
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        invoice(violation("a JPQL repository query with an exists"), "", "")
            .source(
                "com/acme/billing/internal/InvoiceRepository.java",
                """
                package com.acme.billing.internal;
                import java.util.List;
                import org.springframework.data.jpa.repository.*;
                public interface InvoiceRepository extends JpaRepository<Invoice, Long> {
                  @Query("select i from #{#entityName} i where exists (select 1 from Order o where o.id = i.orderId and o.status = 'OPEN')")
                  List<Invoice> open();
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        invoice(violation("a modifying repository query on a projection"), "", "")
            .source(
                "com/acme/billing/internal/InvoiceRepository.java",
                """
                package com.acme.billing.internal;
                import org.springframework.data.jpa.repository.*;
                import org.springframework.data.repository.Repository;
                interface InvoiceRepository extends Repository<Invoice, Long> {
                  interface Name { String getName(); }
                  @Query(value = "select name from customers.customer where id = :id", nativeQuery = true)
                  Name nameOf(long id);
                  @Modifying @Query("delete from Invoice i where i.id = :id") int remove(long id);
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        violation("a Spring Data JDBC query")
            .source(
                "com/acme/billing/Ledger.java",
                """
                package com.acme.billing;
                import org.springframework.data.annotation.Id;
                import org.springframework.data.jdbc.repository.query.*;
                import org.springframework.data.relational.core.mapping.Table;
                import org.springframework.data.repository.CrudRepository;
                interface Ledger extends CrudRepository<Ledger.Entry, Long> {
                  @Table(schema = "billing", name = "invoice") record Entry(@Id Long id, String status) {}
                  @Modifying @Query("UPDATE orders.orders SET status = 'PAID' WHERE id = :id") void paid(long id);
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        invoice(
                violation("a named native query with a result set mapping"),
                """
                @NamedNativeQuery(name = "Invoice.withStatus", query = "select i.id, o.status as order_status from billing.invoice i, orders.orders o where o.id = i.order_id", resultSetMapping = "withStatus")
                @SqlResultSetMapping(name = "withStatus", columns = {@ColumnResult(name = "id"), @ColumnResult(name = "order_status")})
                """,
                "")
            .certain("sql", "billing", "orders.orders"),
        invoice(
                violation("a named query among others"),
                """
                @NamedQueries({
                  @NamedQuery(name = "Invoice.all", query = "select i from Invoice i"),
                  @NamedQuery(name = "Invoice.orphans", query = "select i from Invoice i where i.orderId not in (select o.id from Order o)")})
                """,
                "")
            .certain("sql", "billing", "orders.orders"),
        violation("sql annotation in front of a test")
            .source(
                "com/acme/billing/LedgerTests.java",
                """
                package com.acme.billing;
                import org.springframework.test.context.jdbc.Sql;
                @Sql(statements = {"DELETE FROM billing.invoice", "INSERT INTO orders.orders (id, status) VALUES (1, 'OPEN')"})
                class LedgerTests {}
                """)
            .certain("sql", "billing", "orders.orders"));
  }
}
