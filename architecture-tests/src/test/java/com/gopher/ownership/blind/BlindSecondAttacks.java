package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.invoice;
import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;
import java.util.stream.Stream;

/** The attacks of a second blind set, written after the rules had learned from the first. */
final class BlindSecondAttacks implements Samples {

  @Override
  public List<Sample> all() {
    return Stream.of(supplied(), meant(), noted(), inFiles(), computed(), inStatements())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> supplied() {
    return List.of(
        violation("second: a table that a constructor hands to a base class")
            .source(
                "com/acme/shared/TableDao.java",
                """
                package com.acme.shared;
                import org.springframework.jdbc.core.*;
                public abstract class TableDao {
                  private final JdbcTemplate jdbc;
                  private final String table;
                  protected TableDao(JdbcTemplate jdbc, String table) { this.jdbc = jdbc; this.table = table; }
                  public long count() { return jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class); }
                }
                """)
            .source(
                "com/acme/billing/OpenDao.java",
                """
                package com.acme.billing;
                class OpenDao extends com.acme.shared.TableDao {
                  OpenDao(org.springframework.jdbc.core.JdbcTemplate jdbc) { super(jdbc, "orders.orders"); }
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("second: a default method that is overridden names the table")
            .source(
                "com/acme/shared/Countable.java",
                """
                package com.acme.shared;
                public interface Countable {
                  default String table() { return "none"; }
                  default Object count(org.springframework.jdbc.core.simple.JdbcClient client) {
                    return client.sql("SELECT count(*) FROM %s".formatted(table())).query(Long.class).single();
                  }
                }
                """)
            .source(
                "com/acme/billing/Counted.java",
                """
                package com.acme.billing;
                class Counted implements com.acme.shared.Countable {
                  @Override public String table() { return "customers.customer"; }
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        violation("second: a lambda supplies the statement to a helper")
            .source(
                "com/acme/shared/Runner.java",
                """
                package com.acme.shared;
                public class Runner {
                  public static void run(org.springframework.jdbc.core.JdbcTemplate jdbc, java.util.function.Supplier<String> sql) { jdbc.execute(sql.get()); }
                }
                """)
            .source(
                "com/acme/billing/Cleaner.java",
                """
                package com.acme.billing;
                class Cleaner {
                  void clean(org.springframework.jdbc.core.JdbcTemplate jdbc) {
                    com.acme.shared.Runner.run(jdbc, () -> "DELETE FROM orders.order_line WHERE position > 9");
                  }
                }
                """)
            .certain("sql", "billing", "orders.order_line"));
  }

  private static List<Sample> meant() {
    return List.of(
        jdbc(
                violation("second: a stored function of another schema"),
                "billing",
                """
                Object next() { return new SimpleJdbcCall(jdbc).withSchemaName("orders").withFunctionName("next_number").executeFunction(Long.class); }
                """)
            .certain("sql", "billing", "orders.next_number"),
        jdbc(
                violation("second: an insert by the name of the table"),
                "billing",
                """
                void add() { new SimpleJdbcInsert(dataSource).withSchemaName("orders").withTableName("order_line").execute(Map.of("position", 1)); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("second: an incrementer over another's sequence"),
                "billing",
                """
                long next() { return new org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer(dataSource, "orders.order_seq").nextLongValue(); }
                """)
            .certain("sql", "billing", "orders.order_seq"),
        jdbc(
                violation("second: the command of a row set"),
                "billing",
                """
                void rows() throws SQLException {
                  try (javax.sql.rowset.CachedRowSet rows = javax.sql.rowset.RowSetProvider.newFactory().createCachedRowSet()) {
                    rows.setCommand("select c.mail from customers.customer c where c.id < 10");
                    rows.execute(dataSource.getConnection());
                  }
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("second: the columns of another's table by the metadata"),
                "billing",
                """
                int columns(Connection c) throws SQLException {
                  try (ResultSet rows = c.getMetaData().getColumns(null, "customers", "customer", "%")) { return rows.getFetchSize(); }
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        violation("second: jOOQ's table of a qualified name")
            .source(
                "org/jooq/impl/DSL.java",
                """
                package org.jooq.impl;
                public class DSL {
                  public static org.jooq.Name name(String... parts) { return null; }
                  public static Object table(org.jooq.Name name) { return null; }
                }
                """)
            .source("org/jooq/Name.java", "package org.jooq; public interface Name {}\n")
            .source(
                "com/acme/billing/Fluent.java",
                """
                package com.acme.billing;
                import static org.jooq.impl.DSL.*;
                class Fluent { Object from() { return table(name("orders", "order_line")); } }
                """)
            .certain("sql", "billing", "orders.order_line"));
  }

  private static List<Sample> noted() {
    return List.of(
        invoice(
                violation("second: the target of an association"),
                "",
                "@ManyToOne(targetEntity = com.acme.order.internal.OrderEntity.class) Object order;\n")
            .certain("types", "billing", "orders.orders"),
        invoice(
                violation("second: the entity of a result set mapping"),
                "@SqlResultSetMapping(name = \"m\", entities = @EntityResult(entityClass = com.acme.order.internal.OrderEntity.class))",
                "")
            .certain("types", "billing", "orders.orders"),
        invoice(
                violation("second: a discriminator of any entity"),
                "",
                """
                @org.hibernate.annotations.Any
                @org.hibernate.annotations.AnyDiscriminatorValue(discriminator = "O", entity = com.acme.order.internal.OrderEntity.class)
                @org.hibernate.annotations.AnyKeyJavaClass(Long.class)
                @JoinColumn(name = "subject_id")
                Object subject;
                """)
            .certain("types", "billing", "orders.orders"),
        violation("second: repositories are switched on beside another's repository")
            .source(
                "com/acme/billing/Persistence.java",
                """
                package com.acme.billing;
                @org.springframework.data.jpa.repository.config.EnableJpaRepositories(basePackageClasses = com.acme.order.internal.OrderRepository.class)
                class Persistence {}
                """)
            .certain("types", "billing", "orders.orders"));
  }

  private static List<Sample> inFiles() {
    return List.of(
        violation("second: beans in XML with a statement in a nested value")
            .resource(
                "com/acme/billing/batch.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <beans xmlns="http://www.springframework.org/schema/beans">
                  <bean id="reader" class="org.springframework.batch.item.database.JdbcCursorItemReader">
                    <property name="sql"><value>SELECT id, status FROM orders.orders WHERE status = 'OPEN'</value></property>
                  </bean>
                </beans>
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("second: a channel adapter that polls another's table")
            .resource(
                "com/acme/billing/integration.xml",
                """
                <beans xmlns="http://www.springframework.org/schema/beans" xmlns:int-jdbc="http://www.springframework.org/schema/integration/jdbc">
                  <int-jdbc:inbound-channel-adapter channel="c" data-source="ds" query="select * from customers.customer where id &gt; 0"/>
                </beans>
                """)
            .certain("sql", "billing", "customers.customer"),
        violation("second: formatted SQL of Liquibase with a reference")
            .resource(
                "db/changelog/billing/002.sql",
                """
                --liquibase formatted sql
                --changeset ada:2 splitStatements:false
                ALTER TABLE billing.invoice ADD CONSTRAINT fk_customer FOREIGN KEY (order_id) REFERENCES customers.customer (id);
                --rollback ALTER TABLE billing.invoice DROP CONSTRAINT fk_customer;
                """)
            .certain("migration", "billing", "customers.customer"),
        violation("second: a changelog in JSON that loads rows into another's table")
            .resource(
                "db/changelog/billing/003.json",
                """
                {"databaseChangeLog": [{"changeSet": {"id": "3", "author": "ada", "changes": [
                  {"loadData": {"schemaName": "orders", "tableName": "order_line", "file": "lines.csv"}}]}}]}
                """)
            .certain("migration", "billing", "orders.order_line"),
        violation("second: a changelog that runs a script from elsewhere")
            .resource(
                "db/changelog/billing/004.xml",
                """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <changeSet id="4" author="ada"><sqlFile path="scripts/fix-lines.sql"/></changeSet>
                </databaseChangeLog>
                """)
            .resource("scripts/fix-lines.sql", "UPDATE orders.order_line SET position = 1;\n")
            .certain("sql", "billing", "orders.order_line"),
        violation("second: a template of a statement for FreeMarker")
            .resource(
                "com/acme/billing/sql/open.sql.ftl",
                """
                SELECT i.id FROM billing.invoice i
                <#if withOrders>
                  JOIN orders.orders o ON o.id = i.order_id
                </#if>
                WHERE i.status = 'OPEN' <#if max??>AND i.total < ${max}</#if>
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("second: a group of templates of JDBI")
            .resource(
                "com/acme/billing/InvoiceDao.sql.stg",
                """
                group InvoiceDao;
                open(limit) ::= <<
                  SELECT o.id FROM orders.orders o WHERE o.status = 'OPEN' <if(limit)>LIMIT <limit><endif>
                >>
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("second: a file of named statements of ElSql")
            .resource(
                "com/acme/billing/Invoices.elsql",
                """
                @NAME(Open)
                  SELECT id FROM customers.customer
                  @WHERE
                    @AND(:name)
                      name = :name
                """)
            .certain("sql", "billing", "customers.customer"),
        violation("second: a mapping file of Hibernate that inserts and computes")
            .source(
                "com/acme/billing/Bill.java",
                "package com.acme.billing; class Bill { Long id; String status; }\n")
            .resource(
                "com/acme/billing/Bill.hbm.xml",
                """
                <hibernate-mapping package="com.acme.billing">
                  <class name="Bill" table="invoice" schema="billing">
                    <id name="id"/>
                    <property name="status" formula="(select o.status from orders.orders o where o.id = order_id)"/>
                    <sql-insert>insert into orders.order_line (order_id) values (?)</sql-insert>
                  </class>
                </hibernate-mapping>
                """)
            .certain("mapping", "billing", "orders.orders"),
        violation("second: a mapping file of Hibernate that points to another's entity")
            .source(
                "com/acme/billing/Bill.java",
                "package com.acme.billing; class Bill { Long id; Object order; }\n")
            .resource(
                "com/acme/billing/Bill.hbm.xml",
                """
                <hibernate-mapping package="com.acme.billing">
                  <class name="Bill" table="invoice" schema="billing">
                    <id name="id"/>
                    <many-to-one name="order" class="com.acme.order.internal.OrderEntity" column="order_id"/>
                  </class>
                </hibernate-mapping>
                """)
            .certain("mapping", "billing", "orders.orders"));
  }

  private static List<Sample> computed() {
    return List.of(
        jdbc(
                violation("second: a name of a table from a resource bundle")
                    .resource(
                        "com/acme/billing/sql.properties", "open=SELECT id FROM orders.orders\n"),
                "billing",
                """
                Object open() { return jdbc.queryForList(ResourceBundle.getBundle("com.acme.billing.sql").getString("open")); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("second: the default of a value"),
                "billing",
                """
                @org.springframework.beans.factory.annotation.Value("${billing.source:customers.customer}") private String source;
                Object all() { return jdbc.queryForList("SELECT name FROM " + source + " WHERE id = 1"); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("second: the parts of a record"),
                "billing",
                """
                record Target(String schema, String table) {}
                void wipe() {
                  Target target = new Target("orders", "order_line");
                  jdbc.update("DELETE FROM " + target.schema() + "." + target.table() + " WHERE order_id = ?", 1);
                }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("second: a joiner and an appended character"),
                "billing",
                """
                Object rows() {
                  StringJoiner columns = new StringJoiner(", ", "SELECT ", " FROM ");
                  columns.add("id").add("status");
                  StringBuilder sql = new StringBuilder(columns.toString());
                  sql.append("orders").append('.').append("orders").append(' ').append("WHERE id = 1");
                  return jdbc.queryForList(sql.toString());
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("second: an element of a list under an index that changes"),
                "billing",
                """
                private static final List<String> TABLES = List.of("billing.invoice", "customers.customer");
                void all() { for (int i = 0; i < TABLES.size(); i++) { jdbc.execute("ANALYZE " + TABLES.get(i)); jdbc.queryForList("SELECT id FROM " + TABLES.get(i)); } }
                """)
            .certain("sql", "billing", "customers.customer"),
        violation("second: what Kotlin makes of a joined and trimmed text")
            .source(
                "kotlin/jvm/internal/Intrinsics.java",
                "package kotlin.jvm.internal; public class Intrinsics { public static String stringPlus(String a, Object b) { return a + b; } }\n")
            .source(
                "kotlin/text/StringsKt.java",
                "package kotlin.text; public class StringsKt { public static String trimMargin$default(String s, String margin, int mask, Object none) { return s; } }\n")
            .source(
                "com/acme/billing/Kotlin.java",
                """
                package com.acme.billing;
                final class Kotlin {
                  private static final String COLUMNS = kotlin.text.StringsKt.trimMargin$default("\\n |SELECT id\\n |FROM ", null, 1, null);
                  void go(org.springframework.jdbc.core.JdbcTemplate jdbc) {
                    jdbc.queryForList(kotlin.jvm.internal.Intrinsics.stringPlus(COLUMNS, "orders.orders"));
                  }
                }
                """)
            .certain("sql", "billing", "orders.orders"));
  }

  private static List<Sample> inStatements() {
    return List.of(
        migration(
                "second: a formatted statement in a block",
                """
                DO $$
                DECLARE t text := 'ignored';
                BEGIN
                  EXECUTE format('UPDATE %I.%I SET status = %L', 'orders', 'orders', t);
                END $$;
                """)
            .certain("migration", "billing", "orders.orders"),
        migration(
                "second: a table like another's",
                "CREATE TABLE billing.line_copy (LIKE orders.order_line INCLUDING ALL);\n")
            .certain("migration", "billing", "orders.order_line"),
        migration(
                "second: a type of another's column",
                """
                CREATE FUNCTION billing.mail(who bigint) RETURNS text AS $$
                DECLARE found customers.customer.mail%TYPE;
                BEGIN
                  RETURN found;
                END $$ LANGUAGE plpgsql;
                """)
            .certain("migration", "billing", "customers.customer"),
        migration(
                "second: a query that is copied out",
                "COPY (SELECT id FROM orders.orders WHERE status = 'OPEN') TO STDOUT WITH CSV;\n")
            .certain("migration", "billing", "orders.orders"),
        migration(
                "second: batches that are separated by GO",
                "CREATE TABLE billing.batch_one (id INT)\nGO\nTRUNCATE TABLE orders.order_line\nGO\n")
            .certain("migration", "billing", "orders.order_line"));
  }

  private static Sample migration(String name, String sql) {
    return violation(name).resource("db/migration/billing/V2__more.sql", sql);
  }
}
