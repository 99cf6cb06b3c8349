package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.invoice;
import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.blind.SampleClass.jpa;
import static com.gopher.ownership.gallery.Sample.innocent;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Rarer look-alikes, written in a second sitting, still without reading the rules. */
final class BlindRareInnocents implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jdbc(
            innocent("rare: an audit row that names the neighbour's table as a value"),
            "billing",
            """
            void audit(long id) {
              jdbc.update("insert into billing.invoice (id, status) values (?, ?)", id, "orders.orders");
              named.update("update billing.invoice set status = :source where id = :id", Map.of("source", "customers.customer", "id", id));
            }
            """),
        jdbc(
            innocent("rare: an error text that repeats the statement's words"),
            "billing",
            """
            void run(String sql) {
              try { jdbc.execute("analyze billing.invoice"); }
              catch (org.springframework.dao.DataAccessException e) {
                throw new IllegalArgumentException("Expected something like 'SELECT ... FROM orders.orders' but got: " + sql, e);
              }
            }
            """),
        jdbc(
            innocent("rare: nested CTE names in a subquery"),
            "billing",
            """
            List<Map<String, Object>> list() {
              return jdbc.queryForList("SELECT * FROM (WITH customer AS (SELECT id FROM billing.invoice) SELECT c.id FROM customer c) orders WHERE orders.id IN (SELECT order_line.id FROM billing.invoice order_line)");
            }
            """),
        jdbc(
            innocent("rare: a CTE that is used in update and delete"),
            "billing",
            """
            void close() {
              jdbc.update("with orders as (select id from billing.invoice where status = 'OLD') update billing.invoice i set status = 'X' from orders where i.id = orders.id");
              jdbc.update("with customer as (select id from billing.invoice) delete from billing.invoice using customer where customer.id = invoice.id");
            }
            """),
        jdbc(
            innocent("rare: operators and casts with such names"),
            "billing",
            """
            List<Map<String, Object>> list() {
              return jdbc.queryForList("select overlay(status placing 'x' from 2 for 3), position('orders' in status), i.status ->> 'customer' from billing.invoice i where i.status not similar to 'orders.orders' escape '!'");
            }
            """),
        jdbc(
            innocent("rare: an advisory lock with a label"),
            "billing",
            """
            void lock() { jdbc.execute("SELECT pg_advisory_xact_lock(hashtext('orders.orders'))"); jdbc.execute("NOTIFY orders, 'customer'"); jdbc.execute("LISTEN customer"); }
            """),
        jdbc(
            innocent("rare: a column list by name for one's own insert"),
            "billing",
            """
            void insert() { new SimpleJdbcInsert(jdbc).withSchemaName("billing").withTableName("invoice").usingGeneratedKeyColumns("customer", "orders").execute(Map.of("customer", "customers.customer", "orders", 2)); }
            """),
        jdbc(
            innocent("rare: row labels that equal a qualified name"),
            "billing",
            """
            List<String> read() {
              return jdbc.query("select status as \\"orders.orders\\", id as \\"customer\\" from billing.invoice", (row, n) -> row.getString("orders.orders") + row.getLong("customer"));
            }
            """),
        jdbc(
            innocent("rare: a metric name and a span beside a statement"),
            "order",
            """
            Integer count(BiFunction<String, Supplier<Integer>, Integer> timer) {
              return timer.apply("billing.invoice", () -> jdbc.queryForObject("select count(*) from orders.orders", Integer.class));
            }
            """),
        jpa(
            innocent("rare: paths and parameters named like entities"),
            "order",
            """
            List<?> list() { return em.createQuery("select o.status from Order o where o.customerId = :customer and o.status like 'Customer from Order' order by o.id").setParameter("customer", 1L).getResultList(); }
            """),
        invoice(
                innocent("rare: JPQL on one's own entity with a function named like a table"),
                "",
                "")
            .source(
                "com/acme/billing/internal/InvoiceRepository.java",
                """
                package com.acme.billing.internal;
                import org.springframework.data.jpa.repository.*;
                public interface InvoiceRepository extends JpaRepository<Invoice, Long> {
                  @Query("select max(orders.orderId) from Invoice orders where function('customer', orders.id) is not null")
                  Long latest();
                  @Query(value = "select count(*) from billing.invoice orders where orders.status = 'from customers.customer'", nativeQuery = true)
                  long counted();
                }
                """),
        innocent("rare: an entity named Order in one's own module")
            .source(
                "com/acme/billing/internal/BillingOrder.java",
                """
                package com.acme.billing.internal;
                import jakarta.persistence.*;
                @Entity(name = "BillingOrder") @Table(name = "orders", schema = "billing")
                class BillingOrder { @Id Long id; @ElementCollection @CollectionTable(name = "order_line", schema = "billing") java.util.Set<String> customer; }
                """)
            .resource(
                "db/migration/billing/V2__orders.sql",
                "CREATE TABLE billing.orders (id BIGINT PRIMARY KEY);\nCREATE TABLE billing.order_line (order_id BIGINT REFERENCES billing.orders (id), title TEXT);\n"),
        innocent("rare: validation and JSON annotations")
            .source(
                "com/acme/billing/Payload.java",
                """
                package com.acme.billing;
                import com.fasterxml.jackson.annotation.*;
                @JsonTypeName("orders.orders")
                record Payload(@JsonProperty("customer") long customer, @JsonAlias({"orders", "order_line"}) String orders) {}
                """),
        innocent("rare: a scheduled job and a profile with such names")
            .source(
                "com/acme/billing/Jobs.java",
                """
                package com.acme.billing;
                import org.springframework.context.annotation.*;
                @Configuration @Profile("orders") @ComponentScan(basePackages = "com.acme.billing")
                class Jobs {
                  @Bean("orderImport") @DependsOn("customer") Runnable job() { return () -> {}; }
                }
                """),
        innocent("rare: an event listener with a condition")
            .source(
                "com/acme/customer/Watcher.java",
                """
                package com.acme.customer;
                import com.acme.order.OrderPlaced;
                import org.springframework.context.event.EventListener;
                import org.springframework.transaction.event.TransactionalEventListener;
                class Watcher {
                  @EventListener(condition = "#event.orderId > 0 and 'orders.orders' != null") void on(OrderPlaced event) {}
                  @TransactionalEventListener(id = "customer.orders") void after(OrderPlaced event) {}
                }
                """),
        innocent("rare: another DataSource-like qualifier for one's own things")
            .source(
                "com/acme/order/Wiring.java",
                """
                package com.acme.order;
                import org.springframework.beans.factory.annotation.*;
                class Wiring {
                  Wiring(@Qualifier("orderDataSource") javax.sql.DataSource mine, @Qualifier("customerMailSender") Object sender, @Value("${billing.currency:EUR}") String currency) {}
                }
                """),
        innocent("rare: a public method that takes a plain function")
            .source(
                "com/acme/order/OrderStream.java",
                """
                package com.acme.order;
                public interface OrderStream {
                  <T> T map(long id, java.util.function.Function<String, T> mapper);
                  enum ResultSet { EMPTY, FULL }
                  ResultSet state();
                }
                """),
        innocent("rare: the entity's repository behind a public service")
            .source(
                "com/acme/order/OrderService.java",
                """
                package com.acme.order;
                import com.acme.order.internal.*;
                @org.springframework.stereotype.Service
                class OrderService implements Orders {
                  private final OrderRepository repository;
                  OrderService(OrderRepository repository) { this.repository = repository; }
                  @Override public String statusOf(long id) { return repository.findById(id).map(o -> "seen " + o.getId()).orElse("customer unknown"); }
                }
                """),
        innocent("rare: migration: partitions, indexes and rows at home")
            .resource(
                "db/migration/billing/V2__parts.sql",
                """
                CREATE TABLE billing.entry (id BIGINT, customer INT, orders JSONB) PARTITION BY RANGE (id);
                CREATE TABLE billing.customer PARTITION OF billing.entry FOR VALUES FROM (1) TO (100);
                CREATE INDEX order_line ON billing.entry USING gin (orders);
                ALTER TABLE billing.entry ADD CONSTRAINT orders CHECK (customer > 0);
                INSERT INTO billing.entry SELECT 1, 2, '{"from": "orders.orders"}'::jsonb FROM billing.invoice orders;
                """),
        innocent("rare: migration: a PL/pgSQL loop over a record with such a name")
            .resource(
                "db/migration/billing/V2__loop.sql",
                """
                DO $$
                DECLARE
                  customer RECORD;
                  order_line billing.invoice%ROWTYPE;
                BEGIN
                  FOR customer IN SELECT id FROM billing.invoice LOOP
                    UPDATE billing.invoice SET status = 'SEEN' WHERE id = customer.id;
                  END LOOP;
                  SELECT * INTO order_line FROM billing.invoice LIMIT 1;
                  RAISE NOTICE 'nothing read from customers.customer, %', order_line.id;
                END $$;
                """),
        innocent("rare: migration: the registry in its shared schema")
            .resource(
                "db/migration/order/V2__outbox.sql",
                "CREATE VIEW orders.open_events AS SELECT id FROM events.event_publication WHERE completion_date IS NULL;\n"),
        innocent("rare: a README, a JSON schema and a SQL-like page in the module")
            .resource(
                "com/acme/billing/README.md",
                "Reads nothing from orders.orders. `SELECT * FROM orders.orders` is forbidden.\n")
            .resource(
                "com/acme/billing/schema.json",
                "{\"title\": \"orders.orders\", \"description\": \"select * from customers.customer\"}\n"));
  }
}
