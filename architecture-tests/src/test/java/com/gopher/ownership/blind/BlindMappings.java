package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.invoice;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Mapping annotations that name another module's table, sequence or columns. */
final class BlindMappings implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        invoice(
                violation("a formula with a subselect"),
                "",
                """
                @org.hibernate.annotations.Formula("(select o.status from orders.orders o where o.id = order_id)") String orderStatus;
                """)
            .certain("mapping", "billing", "orders.orders"),
        violation("a subselect entity")
            .source(
                "com/acme/billing/internal/Balance.java",
                """
                package com.acme.billing.internal;
                import jakarta.persistence.*;
                import org.hibernate.annotations.*;
                @Entity @Immutable
                @Subselect("select c.id as id, sum(i.total) as total from customers.customer c left join billing.invoice i on i.order_id = c.id group by c.id")
                @Synchronize({"invoice"})
                class Balance { @Id Long id; java.math.BigDecimal total; }
                """)
            .certain("mapping", "billing", "customers.customer"),
        invoice(
                violation("a restriction on the rows"),
                """
                @org.hibernate.annotations.SQLRestriction("order_id in (select id from orders.orders where status <> 'DELETED')")
                """,
                "")
            .certain("mapping", "billing", "orders.orders"),
        invoice(
                violation("a secondary table"),
                """
                @SecondaryTable(name = "customer", schema = "customers", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
                """,
                """
                @Column(table = "customer", name = "mail") String mail;
                """)
            .certain("mapping", "billing", "customers.customer"),
        invoice(
                violation("a join table"),
                "",
                """
                @ManyToMany @JoinTable(name = "order_line", schema = "orders", joinColumns = @JoinColumn(name = "order_id"), inverseJoinColumns = @JoinColumn(name = "position"))
                Set<Invoice> related = new HashSet<>();
                """)
            .certain("mapping", "billing", "orders.order_line"),
        invoice(
                violation("a collection table without schema"),
                "",
                """
                @ElementCollection @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id", referencedColumnName = "order_id")) @Column(name = "title")
                List<String> titles = new ArrayList<>();
                """)
            .certain("mapping", "billing", "orders.order_line"),
        violation("an entity of one's own on another module's table")
            .source(
                "com/acme/billing/internal/OrderView.java",
                """
                package com.acme.billing.internal;
                import jakarta.persistence.*;
                @Entity @Table(name = "ORDERS", schema = "ORDERS")
                class OrderView { @Id Long id; String status; }
                """)
            .certain("mapping", "billing", "orders.orders"),
        violation("an aggregate of Spring Data JDBC on another module's table")
            .source(
                "com/acme/order/internal/Buyer.java",
                """
                package com.acme.order.internal;
                import org.springframework.data.annotation.Id;
                import org.springframework.data.relational.core.mapping.Table;
                @Table(schema = "customers", value = "customer")
                record Buyer(@Id Long id, String name) {}
                """)
            .certain("mapping", "order", "customers.customer"),
        violation("a mapped collection of Spring Data JDBC")
            .source(
                "com/acme/billing/internal/Bill.java",
                """
                package com.acme.billing.internal;
                import java.util.Set;
                import org.springframework.data.annotation.Id;
                import org.springframework.data.relational.core.mapping.*;
                @Table(schema = "billing", name = "invoice")
                class Bill {
                  @Id Long id;
                  @MappedCollection(idColumn = "order_id") Set<Line> lines;
                  @Table(schema = "orders", name = "order_line") record Line(String title) {}
                }
                """)
            .certain("mapping", "billing", "orders.order_line"),
        violation("a sequence generator on another module's sequence")
            .source(
                "com/acme/billing/internal/Receipt.java",
                """
                package com.acme.billing.internal;
                import jakarta.persistence.*;
                @Entity @Table(name = "invoice", schema = "billing")
                class Receipt {
                  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
                  @SequenceGenerator(name = "numbers", sequenceName = "order_seq", schema = "orders", allocationSize = 1)
                  Long id;
                }
                """)
            .certain("mapping", "billing", "orders.order_seq"),
        invoice(
                violation("custom delete statement of the entity"),
                """
                @org.hibernate.annotations.SQLDelete(sql = "UPDATE orders.orders SET status = 'REFUNDED' WHERE id = ?")
                """,
                "")
            .certain("mapping", "billing", "orders.orders"),
        invoice(
                violation("a column transformer that reads elsewhere"),
                "",
                """
                @org.hibernate.annotations.ColumnTransformer(read = "(select mail from customers.customer c where c.id = order_id)") String status;
                """)
            .certain("mapping", "billing", "customers.customer"),
        invoice(
                violation("a foreign key definition on a join column"),
                "",
                """
                @ManyToOne @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_order", foreignKeyDefinition = "FOREIGN KEY (order_id) REFERENCES orders.orders (id)")) Invoice parent;
                """)
            .certain("mapping", "billing", "orders.orders"),
        invoice(
                violation("a column definition with a reference"),
                "",
                """
                @Column(name = "customer_id", columnDefinition = "bigint references customers.customer(id)") Long customerId;
                """)
            .certain("mapping", "billing", "customers.customer"),
        invoice(
                violation("a filter condition"),
                """
                @org.hibernate.annotations.FilterDef(name = "paid", defaultCondition = "exists (select 1 from orders.orders o where o.id = order_id)")
                @org.hibernate.annotations.Filter(name = "paid")
                """,
                "")
            .certain("mapping", "billing", "orders.orders"),
        invoice(
                violation("an association to another module's entity"),
                "",
                """
                @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "order_id", insertable = false, updatable = false) com.acme.order.internal.OrderEntity order;
                """)
            .certain("types", "billing", "orders.orders"));
  }
}
