package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** The same name given to different methods: a table here, a label, a value or a column there. */
final class MeaningSamples implements Samples {

  private static final String DSL =
      """
      package org.jooq.impl;
      public final class DSL {
        public static org.jooq.Name name(String... parts) { return null; }
        public static Object table(String sql) { return sql; }
        public static Object table(org.jooq.Name name) { return name; }
        public static Object field(org.jooq.Name name) { return name; }
        public static Object sequence(org.jooq.Name name) { return name; }
        public static Object val(String value) { return value; }
        public static Object function(String name, Class<?> type) { return name; }
      }
      """;
  private static final String SQL =
      """
      package org.apache.ibatis.jdbc;
      public class SQL {
        public SQL SELECT(String columns) { return this; }
        public SQL FROM(String table) { return this; }
        public SQL LEFT_OUTER_JOIN(String join) { return this; }
        public SQL INSERT_INTO(String table) { return this; }
        public SQL UPDATE(String table) { return this; }
        public SQL SET(String set) { return this; }
        public SQL WHERE(String condition) { return this; }
      }
      """;
  private static final String READER =
      """
      package org.springframework.batch.item.database;
      public class JpaPagingItemReader<T> {
        public void setQueryString(String query) {}
        public void setName(String name) {}
      }
      """;

  @Override
  public List<Sample> all() {
    return Stream.of(
            jooq(),
            builders(),
            readers(),
            constructorsAndSetters(),
            names(),
            definitions(),
            beans())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> jooq() {
    return List.of(
        jooq(
            found("a qualified name of jOOQ", "orders.orders"),
            "Object go() { return DSL.table(DSL.name(\"orders\", \"orders\")); }"),
        jooq(
            found("a sequence of jOOQ", "orders.order_seq"),
            "Object go() { return DSL.sequence(DSL.name(\"orders\", \"order_seq\")); }"),
        jooq(
            found("a function of jOOQ", "orders.next_number"),
            "Object go() { return DSL.function(\"orders.next_number\", Long.class); }"),
        jooq(
            found("a table with an alias, written out for jOOQ", "orders.orders"),
            "Object go() { return DSL.table(\"orders.orders o\"); }"),
        jooq(
            Sample.innocent("a column and a value of jOOQ"),
            "Object go() { return DSL.table(DSL.name(\"billing\","
                + " \"invoice\")).equals(DSL.field(DSL.name(\"orders\", \"orders\"))) ?"
                + " DSL.val(\"orders.orders\") : null; }"));
  }

  private static List<Sample> builders() {
    return List.of(
        builder(
            found("a builder's FROM", "orders.orders"),
            "new SQL().SELECT(\"id\").FROM(\"orders.orders\")"),
        builder(
            found("a builder's join", "orders.order_line"),
            "new SQL().SELECT(\"id\").FROM(\"billing.invoice"
                + " i\").LEFT_OUTER_JOIN(\"orders.order_line l ON l.order_id = i.order_id\")"),
        builder(
            found("a builder's INSERT_INTO", "orders.orders"), "new SQL().INSERT_INTO(\"orders\")"),
        builder(
            found("a builder's UPDATE in a block", "orders.orders"),
            "new SQL() {{ UPDATE(\"orders.orders\"); SET(\"status = 'PAID'\"); }}"),
        builder(
            found("a subquery in a builder's WHERE", "orders.orders"),
            "new SQL().SELECT(\"id\").FROM(\"billing.invoice\").WHERE(\"order_id IN (SELECT id FROM"
                + " orders.orders)\")"),
        builder(
            Sample.innocent("a builder's own table with columns of the other's name"),
            "new SQL().SELECT(\"orders, customer\").FROM(\"billing.invoice"
                + " orders\").WHERE(\"orders.id = 1\")"));
  }

  private static List<Sample> readers() {
    return List.of(
        Sample.violation("a reader's query over entities")
            .source("org/springframework/batch/item/database/JpaPagingItemReader.java", READER)
            .source(PROBE, reader("r.setQueryString(\"select o from Order o\");"))
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("a reader's name")
            .source("org/springframework/batch/item/database/JpaPagingItemReader.java", READER)
            .source(PROBE, reader("r.setName(\"orders.orders\");")));
  }

  private static List<Sample> constructorsAndSetters() {
    return List.of(
        probe(
            found("a sequence given to a constructor", "orders.order_seq"),
            "Object go(javax.sql.DataSource d) { return new"
                + " org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer(d,"
                + " \"orders.order_seq\"); }"),
        probe(
            found("a procedure given to a constructor", "orders.next_number"),
            "static class Next extends org.springframework.jdbc.object.StoredProcedure {"
                + " Next(JdbcTemplate t) { super(t, \"orders.next_number\"); } }"),
        probe(
            found("a procedure given by a setter", "orders.next_number"),
            "Object go() { return new"
                + " org.springframework.jdbc.core.simple.SimpleJdbcCall(jdbc).withFunctionName(\"orders.next_number\");"
                + " }"),
        probe(
            found("a table given to an insert", "orders.orders"),
            "Object go() { return new"
                + " org.springframework.jdbc.core.simple.SimpleJdbcInsert(jdbc).withTableName(\"orders\");"
                + " }"),
        probe(
            found("a procedure of JPA", "orders.next_number"),
            "Object go() { return entities.createStoredProcedureQuery(\"orders.next_number\"); }"),
        probe(
            Sample.innocent("a sequence, a procedure and a table of one's own"),
            "Object go(javax.sql.DataSource d) { new"
                + " org.springframework.jdbc.core.simple.SimpleJdbcInsert(jdbc).withSchemaName(\"billing\").withTableName(\"invoice\").usingColumns(\"orders\","
                + " \"customer\"); return new"
                + " org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer(d,"
                + " \"billing.invoice_seq\"); }"));
  }

  private static List<Sample> names() {
    return List.of(
        Sample.violation("a known table in an argument of a database type that is not known")
            .source(
                "org/springframework/jdbc/core/ExportJob.java",
                "package org.springframework.jdbc.core; public class ExportJob { public"
                    + " ExportJob(String what, int rows) {} }")
            .source(PROBE, inBilling("Object go() { return new ExportJob(\"orders.orders\", 5); }"))
            .certain("sql", "billing", "orders.orders"),
        probe(
            Sample.innocent("the same name as a value, a parameter and a column's label"),
            "void go(ResultSet rows, PreparedStatement statement) throws SQLException {"
                + " statement.setString(1, \"orders.orders\"); rows.getString(\"orders.orders\");"
                + " jdbc.update(\"UPDATE billing.invoice SET status = ? WHERE id = 1\","
                + " \"orders.orders\"); client.sql(\"SELECT id FROM billing.invoice WHERE status ="
                + " :s\").param(\"s\", \"orders.orders\"); entities.createQuery(\"select"
                + " 1\").setParameter(\"orders.orders\", 1); }"));
  }

  private static List<Sample> definitions() {
    return List.of(
        migration(
            migrated("a column of another's type", "orders.order_status"),
            "CREATE TABLE billing.copy (id BIGINT, status orders.order_status);"),
        migration(
            migrated("a column changed to another's type", "orders.order_status"),
            "ALTER TABLE billing.invoice ALTER COLUMN status TYPE orders.order_status USING"
                + " status::text;"),
        migration(
            migrated("a function that returns another's rows", "orders.orders"),
            "CREATE FUNCTION billing.theirs() RETURNS SETOF orders.orders AS $$ SELECT 1 $$"
                + " LANGUAGE sql;"),
        migration(
            migrated("a cast to another's type", "orders.order_status"),
            "UPDATE billing.invoice SET status = 'OPEN'::orders.order_status WHERE id = 1;"),
        migration(
            migrated("a type in another's schema", "orders.mood"),
            "CREATE TYPE orders.mood AS ENUM ('good');"),
        migration(
            Sample.innocent("types of one's own, and a column with another's schema for its table"),
            "CREATE TYPE billing.mood AS ENUM ('good');\n"
                + "CREATE TABLE billing.orders (id BIGINT, mood billing.mood, CHECK (orders.id >"
                + " 0));\n"
                + "CREATE VIEW billing.v AS SELECT orders.id AS one, orders.mood FROM"
                + " billing.orders orders;"));
  }

  private static List<Sample> beans() {
    return List.of(
        beans(
            found("a statement in a bean's property", "orders.orders"),
            "<bean class=\"com.acme.billing.Probe\"><property name=\"sql\" value=\"SELECT id FROM"
                + " orders.orders WHERE id = 1\"/></bean>"),
        beans(
            found("a table in a property of a database bean", "orders.orders"),
            "<bean class=\"com.acme.billing.Probe\"><property name=\"insert\"><bean"
                + " class=\"org.springframework.jdbc.core.simple.SimpleJdbcInsert\"><property"
                + " name=\"tableName\" value=\"orders.orders\"/></bean></property></bean>"),
        beans(
            found("a sequence in an attribute of a database bean", "orders.order_seq"),
            "<bean"
                + " class=\"org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer\">\n"
                + "<constructor-arg ref=\"d\"/><constructor-arg"
                + " value=\"orders.order_seq\"/></bean>"),
        beans(
            Sample.innocent("a bean's own table, and a topic with the name of another's"),
            "<bean class=\"com.acme.billing.Probe\"><property name=\"topic\""
                + " value=\"orders.orders\"/><property name=\"insert\"><bean"
                + " class=\"org.springframework.jdbc.core.simple.SimpleJdbcInsert\"><property"
                + " name=\"tableName\" value=\"billing.invoice\"/></bean></property></bean>"));
  }

  private static Sample migrated(String name, String table) {
    return Sample.violation(name).certain("migration", "billing", table);
  }

  private static Sample migration(Sample sample, String text) {
    return sample.resource("db/migration/billing/V2__meaning.sql", text);
  }

  private static Sample beans(Sample sample, String bean) {
    return sample.resource(
        "com/acme/billing/beans.xml",
        "<beans xmlns=\"http://www.springframework.org/schema/beans\">\n" + bean + "\n</beans>\n");
  }

  private static Sample found(String name, String table) {
    return Sample.violation(name).certain("sql", "billing", table);
  }

  private static Sample probe(Sample sample, String members) {
    return sample.source(PROBE, inBilling(members));
  }

  private static Sample jooq(Sample sample, String members) {
    return sample
        .source("org/jooq/Name.java", "package org.jooq; public interface Name {}")
        .source("org/jooq/impl/DSL.java", DSL)
        .source(
            PROBE,
            "package com.acme.billing; import org.jooq.impl.DSL; class Probe { " + members + " }");
  }

  private static Sample builder(Sample sample, String statement) {
    return sample
        .source("org/apache/ibatis/jdbc/SQL.java", SQL)
        .source(
            PROBE,
            "package com.acme.billing; import org.apache.ibatis.jdbc.SQL; class Probe { String go()"
                + " { return "
                + statement
                + ".toString(); } }");
  }

  private static String reader(String call) {
    return "package com.acme.billing; class Probe { void"
        + " go(org.springframework.batch.item.database.JpaPagingItemReader<Object> r) { "
        + call
        + " } }";
  }
}
