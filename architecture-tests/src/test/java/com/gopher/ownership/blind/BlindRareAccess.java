package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.invoice;
import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.blind.SampleClass.jpa;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Rarer ways, written in a second sitting, still without reading the rules. */
final class BlindRareAccess implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jdbc(
                violation("rare: an array of fragments indexed by constants"),
                "billing",
                """
                private static final String[] PARTS = {"SELECT id", "FROM orders.orders", "WHERE status = ?"};
                List<Long> ids() { return jdbc.queryForList(PARTS[0] + " " + PARTS[1] + " " + PARTS[2], Long.class, "OPEN"); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: a builder of one's own with fluent calls"),
                "billing",
                """
                static final class Sql {
                  private final StringBuilder text = new StringBuilder();
                  Sql select(String columns) { text.append("SELECT ").append(columns); return this; }
                  Sql from(String table) { text.append(" FROM ").append(table); return this; }
                  @Override public String toString() { return text.toString(); }
                }
                List<Long> ids() { return jdbc.queryForList(new Sql().select("id").from("orders.orders").toString(), Long.class); }
                """)
            .possible("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: the statement assembled in a loop over columns"),
                "billing",
                """
                List<Map<String, Object>> rows(List<String> columns) {
                  StringJoiner joiner = new StringJoiner(", ", "SELECT ", " FROM customers.customer");
                  columns.forEach(joiner::add);
                  return jdbc.queryForList(joiner.toString());
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("rare: compound assignment and a char"),
                "billing",
                """
                Integer count() {
                  String sql = "SELECT COUNT(*) FROM orders";
                  sql += '.';
                  sql += "orders";
                  return jdbc.queryForObject(sql, Integer.class);
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: a function from the schema to the statement"),
                "billing",
                """
                private static final UnaryOperator<String> COUNT = schema -> "SELECT COUNT(*) FROM " + schema + ".orders";
                Integer count() { return jdbc.queryForObject(COUNT.apply("orders"), Integer.class); }
                """)
            .possible("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: a default method of an interface")
                    .source(
                        "com/acme/billing/HasStatement.java",
                        """
                        package com.acme.billing;
                        interface HasStatement { default String statement() { return "SELECT name FROM customers.customer WHERE id = ?"; } }
                        """)
                    .source(
                        "com/acme/billing/Named.java",
                        "package com.acme.billing;\nclass Named implements HasStatement {}\n"),
                "billing",
                """
                String name(long id) { return jdbc.queryForObject(new Named().statement(), String.class, id); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("rare: a method reference as the source of the text"),
                "billing",
                """
                private static String open() { return "SELECT id FROM orders.orders WHERE status = 'OPEN'"; }
                private List<Long> run(Supplier<String> sql) { return jdbc.queryForList(sql.get(), Long.class); }
                List<Long> ids() { return run(Access::open); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: an optional clause mapped in"),
                "billing",
                """
                List<Long> ids(Optional<String> status) {
                  String where = status.map(s -> " WHERE EXISTS (SELECT 1 FROM orders.orders o WHERE o.id = order_id)").orElse("");
                  return jdbc.queryForList("SELECT id FROM billing.invoice" + where, Long.class);
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: the replacement with a regular expression"),
                "billing",
                """
                Integer count() { return jdbc.queryForObject("SELECT COUNT(*) FROM :table".replaceAll(":table", "orders.order_line"), Integer.class); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("rare: a string substitutor of Spring"),
                "billing",
                """
                Integer count() {
                  Properties names = new Properties();
                  names.setProperty("table", "orders.orders");
                  String sql = new org.springframework.util.PropertyPlaceholderHelper("${", "}").replacePlaceholders("SELECT COUNT(*) FROM ${table}", names);
                  return jdbc.queryForObject(sql, Integer.class);
                }
                """)
            .possible("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: SET search_path, then a bare name"),
                "order",
                """
                List<String> names() {
                  jdbc.execute("SET search_path TO customers");
                  return jdbc.queryForList("SELECT name FROM customer", String.class);
                }
                """)
            .certain("sql", "order", "customers.customer"),
        jdbc(
                violation("rare: the TABLE command"),
                "billing",
                """
                List<Map<String, Object>> all() { return jdbc.queryForList("TABLE orders.orders"); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("rare: explain and a declared cursor"),
                "billing",
                """
                void plan() {
                  jdbc.queryForList("EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM orders.orders");
                  jdbc.execute("DECLARE c CURSOR WITH HOLD FOR SELECT id FROM customers.customer");
                }
                """)
            .certain("sql", "billing", "orders.orders")
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("rare: the data modifying functions in a FROM"),
                "billing",
                """
                List<Long> numbers() { return jdbc.queryForList("SELECT n.* FROM generate_series(1, 3) g, LATERAL orders.next_number() n", Long.class); }
                """)
            .certain("sql", "billing", "orders.next_number"),
        jdbc(
                violation("rare: two statements in one text"),
                "billing",
                """
                void both(long id) { jdbc.update("UPDATE billing.invoice SET status = 'X' WHERE id = ?; DELETE FROM orders.order_line WHERE order_id = ?", id, id); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("rare: a case with a scalar subselect inside SET"),
                "billing",
                """
                void price(long id) { named.update("update billing.invoice i set status = case when (select count(*) from orders.order_line l where l.order_id = i.order_id) > 0 then 'FULL' else 'EMPTY' end where id = :id", Map.of("id", id)); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("rare: brackets and backticks of other databases"),
                "billing",
                """
                void mixed() {
                  jdbc.queryForList("SELECT TOP 5 * FROM [orders].[orders] WITH (NOLOCK)");
                  jdbc.queryForList("SELECT * FROM `customers`.`customer` LIMIT 5");
                }
                """)
            .certain("sql", "billing", "orders.orders")
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("rare: the row set metadata and a stored cursor name"),
                "order",
                """
                void stream(RowCallbackHandler handler) { jdbc.query(c -> c.prepareStatement("select * from billing.invoice", ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY), handler); }
                """)
            .certain("sql", "order", "billing.invoice"),
        jpa(
                violation("rare: HQL insert from another module's entity"),
                "billing",
                """
                int copy() { return em.createQuery("insert into Order (id, status) values (1L, 'NEW')").executeUpdate(); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jpa(
                violation("rare: entity names in a query built with format"),
                "billing",
                """
                long count(String entity) { return em.createQuery("select count(e) from %s e".formatted(entity), Long.class).getSingleResult(); }
                long orders() { return count("Order"); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jpa(
                violation("rare: a delete of a proxy by reference"),
                "customer",
                """
                void drop(long id) { em.remove(em.getReference(com.acme.order.internal.OrderEntity.class, id)); }
                """)
            .certain("types", "customer", "orders.orders"),
        invoice(
                violation("rare: a join formula"),
                "",
                """
                @ManyToOne @org.hibernate.annotations.JoinFormula("(select max(o.id) from orders.orders o where o.customer_id = id)") Invoice latest;
                """)
            .certain("mapping", "billing", "orders.orders"),
        invoice(
                violation("rare: a table generator in another schema"),
                "",
                """
                @TableGenerator(name = "gen", schema = "customers", table = "customer", pkColumnName = "name", valueColumnName = "id") Long number;
                """)
            .certain("mapping", "billing", "customers.customer"),
        violation("rare: a named stored procedure query")
            .source(
                "com/acme/billing/internal/Slip.java",
                """
                package com.acme.billing.internal;
                import jakarta.persistence.*;
                @Entity @Table(name = "invoice", schema = "billing")
                @NamedStoredProcedureQuery(name = "next", procedureName = "orders.next_number")
                class Slip { @Id Long id; }
                """)
            .source(
                "com/acme/billing/internal/SlipRepository.java",
                """
                package com.acme.billing.internal;
                import org.springframework.data.jpa.repository.*;
                import org.springframework.data.jpa.repository.query.Procedure;
                interface SlipRepository extends JpaRepository<Slip, Long> {
                  @Procedure(procedureName = "orders.next_number") long next();
                }
                """)
            .certain("mapping", "billing", "orders.next_number"),
        violation("rare: an annotation of one's own that carries SQL")
            .source(
                "com/acme/billing/Statement.java",
                """
                package com.acme.billing;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) @interface Statement { String value(); }
                """)
            .source(
                "com/acme/billing/Statements.java",
                """
                package com.acme.billing;
                interface Statements { @Statement("SELECT mail FROM customers.customer WHERE id = :id") String mail(long id); }
                """)
            .possible("sql", "billing", "customers.customer"),
        violation("rare: a mapper interface with script tags")
            .source(
                "org/apache/ibatis/annotations/Select.java",
                """
                package org.apache.ibatis.annotations;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) public @interface Select { String[] value(); }
                """)
            .source(
                "com/acme/billing/Lines.java",
                """
                package com.acme.billing;
                import org.apache.ibatis.annotations.Select;
                interface Lines {
                  @Select({"<script>", "SELECT title FROM", "orders.order_line", "<where><if test='id != null'>order_id = #{id}</if></where>", "</script>"})
                  java.util.List<String> titles(Long id);
                }
                """)
            .certain("sql", "billing", "orders.order_line"),
        violation("rare: a table of a typed query builder")
            .source(
                "org/jooq/impl/DSL.java",
                """
                package org.jooq.impl;
                public final class DSL { public static Object table(String sql) { return sql; } public static Object name(String... parts) { return parts; } }
                """)
            .source(
                "com/acme/billing/Typed.java",
                """
                package com.acme.billing;
                import org.jooq.impl.DSL;
                class Typed { Object orders() { return DSL.table("orders.orders"); } Object customer() { return DSL.name("customers", "customer"); } }
                """)
            .possible("sql", "billing", "orders.orders"),
        violation("rare: migration: ownership, comment, rename, publication")
            .resource(
                "db/migration/billing/V2__rare.sql",
                """
                ALTER TABLE orders.order_line OWNER TO billing_owner;
                CREATE PUBLICATION billing_feed FOR TABLE customers.customer;
                """)
            .certain("migration", "billing", "orders.order_line")
            .certain("migration", "billing", "customers.customer"),
        violation("rare: migration: a rule and a statistics object")
            .resource(
                "db/migration/billing/V2__rule.sql",
                """
                CREATE RULE mirror AS ON INSERT TO billing.invoice DO ALSO UPDATE orders.orders SET status = 'BILLED' WHERE id = NEW.order_id;
                CREATE STATISTICS billing.s (dependencies) ON id, name FROM customers.customer;
                """)
            .certain("migration", "billing", "orders.orders")
            .certain("migration", "billing", "customers.customer"),
        violation("rare: migration: move a table into one's own schema")
            .resource(
                "db/migration/billing/V2__move.sql",
                "ALTER TABLE orders.order_line SET SCHEMA billing;\n")
            .certain("migration", "billing", "orders.order_line"),
        violation("rare: migration: dynamic SQL with format")
            .resource(
                "db/migration/billing/V2__dynamic.sql",
                """
                DO $do$ BEGIN
                  EXECUTE format('ALTER TABLE %I.%I ADD COLUMN billed boolean', 'orders', 'orders');
                  PERFORM setval('orders.order_seq', 100);
                END $do$;
                """)
            .certain("migration", "billing", "orders.order_seq"));
  }
}
