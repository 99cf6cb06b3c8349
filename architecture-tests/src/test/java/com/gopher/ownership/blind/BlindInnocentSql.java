package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.invoice;
import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.blind.SampleClass.jpa;
import static com.gopher.ownership.gallery.Sample.innocent;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Real SQL and mappings that stay at home. */
final class BlindInnocentSql implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jdbc(
            innocent("sql: comments that mention the neighbours"),
            "billing",
            """
            Integer count() {
              return client.sql(\"""
                  -- used to be: JOIN orders.orders o ON o.id = i.order_id
                  SELECT count(*) /* not FROM customers.customer */ FROM billing.invoice i
                  \""").query(Integer.class).single();
            }
            """),
        jdbc(
            innocent("sql: literals that mention the neighbours"),
            "billing",
            """
            void note(long id) {
              jdbc.update("insert into billing.invoice (id, status) values (?, 'it''s from orders.orders, join customers.customer')", id);
              jdbc.queryForList("select id from billing.invoice where status like 'orders.%' or status = $q$ from orders.orders $q$");
            }
            """),
        jdbc(
            innocent("sql: aliases named like the neighbours' tables"),
            "billing",
            """
            List<Map<String, Object>> list() {
              return jdbc.queryForList("SELECT orders.id, customer.total AS order_line FROM billing.invoice orders JOIN billing.invoice AS customer ON customer.id = orders.order_id FOR UPDATE OF orders");
            }
            """),
        jdbc(
            innocent("sql: CTEs named like the neighbours' tables"),
            "billing",
            """
            List<Map<String, Object>> list() {
              return jdbc.queryForList(\"""
                  WITH RECURSIVE orders AS (
                    SELECT order_id AS id FROM billing.invoice
                    UNION ALL SELECT o.id + 1 FROM orders o WHERE o.id < 10
                  ), customer (id) AS (SELECT id FROM orders)
                  SELECT * FROM customer JOIN orders USING (id)
                  \""");
            }
            """),
        jdbc(
            innocent("sql: columns named like the neighbours' tables")
                .resource(
                    "db/migration/billing/V2__columns.sql",
                    "ALTER TABLE billing.invoice ADD COLUMN customer VARCHAR(80), ADD COLUMN orders INT;\n"),
            "billing",
            """
            List<Map<String, Object>> list() {
              jdbc.update("INSERT INTO billing.invoice (customer, orders) VALUES (?, ?)", "x", 1);
              return jdbc.queryForList("SELECT customer, i.orders, count(order_line) FROM billing.invoice i GROUP BY customer, i.orders ORDER BY customer");
            }
            """),
        jdbc(
            innocent("sql: from that is not a FROM clause"),
            "billing",
            """
            List<Map<String, Object>> list() {
              return jdbc.queryForList("SELECT extract(year FROM customer), substring(status FROM orders), trim(both ' ' from order_line) FROM billing.invoice WHERE status IS DISTINCT FROM customer");
            }
            """),
        jdbc(
            innocent("sql: windows and functions with such names"),
            "billing",
            """
            List<Map<String, Object>> list(Object ids) {
              return jdbc.queryForList("SELECT orders.id, sum(i.total) OVER customer FROM billing.invoice i JOIN unnest(?) AS orders(id) ON orders.id = i.order_id WINDOW customer AS (PARTITION BY i.order_id)", ids);
            }
            """),
        jdbc(
            innocent("sql: the same table name in one's own schema")
                .resource(
                    "db/migration/billing/V2__own_orders.sql",
                    "CREATE TABLE billing.orders (id BIGINT PRIMARY KEY, total INT);\nCREATE TABLE billing.customer (id BIGINT PRIMARY KEY);\n"),
            "billing",
            """
            List<Map<String, Object>> list() { return jdbc.queryForList("select o.id, c.id from orders o join customer c on c.id = o.id where exists (select 1 from billing.orders)"); }
            """),
        jdbc(
            innocent("sql: one's own function, index and sequence of that name")
                .resource(
                    "db/migration/billing/V2__own.sql",
                    """
                    CREATE SEQUENCE billing.order_seq;
                    CREATE INDEX orders ON billing.invoice (order_id);
                    CREATE FUNCTION billing.next_number() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('billing.order_seq') $$;
                    CREATE FUNCTION billing.customer(p bigint) RETURNS text LANGUAGE sql AS $$ SELECT 'c' || p $$;
                    """),
            "billing",
            """
            Long next() {
              jdbc.execute("SAVEPOINT orders");
              return jdbc.queryForObject("select next_number() + nextval('order_seq') + length(billing.customer(1))", Long.class);
            }
            """),
        jdbc(
            innocent("sql: the catalogue of the database"),
            "billing",
            """
            Integer tables() {
              return jdbc.queryForObject("select count(*) from information_schema.tables t join pg_catalog.pg_class c on c.relname = t.table_name where t.table_schema = 'orders' and t.table_name in ('orders', 'order_line')", Integer.class);
            }
            """),
        jdbc(
            innocent("sql: another database's tables"),
            "billing",
            """
            List<Map<String, Object>> legacy() { return jdbc.queryForList("select o.nr from erp.dbo.orders o join erp.dbo.customer c on c.nr = o.customer_nr"); }
            """),
        jdbc(
            innocent("sql: the shared registry"),
            "billing",
            """
            Integer open() { return jdbc.queryForObject("select count(*) from events.event_publication where completion_date is null", Integer.class); }
            """),
        jdbc(
            innocent("sql: a temporary table in the session's schema"),
            "billing",
            """
            void copy() {
              jdbc.execute("create temporary table pg_temp.orders on commit drop as select order_id from billing.invoice");
              jdbc.queryForList("select order_id from pg_temp.orders");
            }
            """),
        jdbc(
            innocent("sql: a table function on JSON"),
            "billing",
            """
            void load(String json) {
              jdbc.update("insert into billing.invoice (id, order_id) select customer.id, customer.o from jsonb_to_recordset(?::jsonb) as customer(id bigint, o bigint)", json);
            }
            """),
        jdbc(
            innocent("sql: built from parts, all at home"),
            "billing",
            """
            private static final Map<String, String> LABELS = Map.of("orders", "Orders", "customer", "Customer");
            List<Map<String, Object>> list(boolean open, String sort) {
              StringBuilder sql = new StringBuilder("SELECT id, order_id FROM ").append("billing").append(".invoice");
              if (open) { sql.append(" WHERE status = '").append("OPEN").append("'"); }
              sql.append(" ORDER BY ").append(LABELS.containsKey(sort) ? "order_id" : "id");
              return jdbc.queryForList(sql.toString());
            }
            """),
        invoice(innocent("jpql: aliases named like the neighbours' entity"), "", "")
            .source(
                "com/acme/billing/internal/InvoiceRepository.java",
                """
                package com.acme.billing.internal;
                import java.util.List;
                import org.springframework.data.jpa.repository.*;
                public interface InvoiceRepository extends JpaRepository<Invoice, Long> {
                  @Query("select customer from Invoice customer where customer.orderId = :order order by customer.id")
                  List<Invoice> ofOrder(long order);
                  List<Invoice> findByOrderIdOrderByIdDesc(long orderId);
                }
                """),
        jpa(
            innocent("jpql: one's own entity from one's own module"),
            "order",
            """
            List<?> mine() { return em.createQuery("select o from Order o join Order p on p.id = o.id where o.customerId = 1").getResultList(); }
            com.acme.order.internal.OrderEntity one(long id) { return em.find(com.acme.order.internal.OrderEntity.class, id); }
            """),
        innocent("mapping: own tables with similar names")
            .source(
                "com/acme/billing/internal/CustomerSnapshot.java",
                """
                package com.acme.billing.internal;
                import jakarta.persistence.*;
                @Entity @Table(name = "customer_snapshot", schema = "billing", indexes = @Index(name = "orders", columnList = "customer"))
                class CustomerSnapshot {
                  @Id Long id;
                  @Column(name = "customer") String customer;
                  @org.hibernate.annotations.Formula("coalesce(customer, 'from orders.orders')") String label;
                }
                """)
            .resource(
                "db/migration/billing/V2__snapshot.sql",
                "CREATE TABLE billing.customer_snapshot (id BIGINT PRIMARY KEY, customer VARCHAR(80));\n"),
        innocent("migration: comments and literals")
            .resource(
                "db/migration/billing/V2__comment.sql",
                """
                -- no REFERENCES orders.orders (id) here: ids only
                /* CREATE VIEW x AS SELECT * FROM customers.customer; */
                COMMENT ON COLUMN billing.invoice.order_id IS 'id in orders.orders, no foreign key; see customers.customer';
                INSERT INTO billing.invoice (id, status) VALUES (1, 'REFERENCES orders.orders (id)');
                """),
        innocent("migration: everything about one's own")
            .resource(
                "db/migration/billing/V2__own.sql",
                """
                SET search_path TO billing;
                CREATE TABLE payment (id BIGINT PRIMARY KEY, invoice_id BIGINT REFERENCES invoice (id), orders INT, customer TEXT);
                CREATE VIEW open_invoices AS SELECT i.id AS orders, p.customer FROM invoice i LEFT JOIN payment p ON p.invoice_id = i.id;
                GRANT SELECT ON ALL TABLES IN SCHEMA billing TO billing_app;
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE orders INT;
                BEGIN
                  SELECT count(*) INTO orders FROM payment;
                  RAISE NOTICE 'select % from orders.orders', orders;
                  RETURN NEW;
                END $$;
                CREATE TRIGGER orders BEFORE UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION touch();
                """),
        innocent("migration: Java, with a log text")
            .source(
                "db/migration/order/V3__Mark.java",
                """
                package db.migration.order;
                import org.flywaydb.core.api.migration.*;
                public class V3__Mark extends BaseJavaMigration {
                  private static final System.Logger LOG = System.getLogger("billing.invoice");
                  @Override public void migrate(Context context) throws Exception {
                    LOG.log(System.Logger.Level.INFO, "Update billing.invoice comes later");
                    try (var statement = context.getConnection().createStatement()) {
                      statement.execute("update orders.orders set status = 'OPEN' where status is null");
                    }
                  }
                }
                """));
  }
}
