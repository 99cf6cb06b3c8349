package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;

/** SQL, JPQL and HQL written whole into a method, whatever API it is handed to. */
final class TextSamples implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        sql(
            "JdbcTemplate with a literal",
            "void go() { jdbc.update(\"DELETE FROM orders.orders WHERE id = ?\", 1); }"),
        sql(
            "JdbcClient with a text block",
            "void go() { client.sql(\"\"\"\n SELECT id\n FROM orders.orders\n WHERE id = :id\n\"\"\").query().listOfRows(); }"),
        sql(
            "plain JDBC",
            "void go() throws SQLException { connection.prepareStatement(\"select count(*) from orders.orders\"); }"),
        sql(
            "an own join with another's table",
            "void go() { jdbc.queryForList(\"SELECT i.id FROM billing.invoice i JOIN orders.orders o ON o.id = i.order_id\"); }"),
        sql(
            "quoted names",
            "void go() { jdbc.queryForList(\"SELECT * FROM \\\"orders\\\".\\\"orders\\\"\"); }"),
        sql(
            "an unqualified name with one owner",
            "void go() { jdbc.queryForList(\"SELECT * FROM orders WHERE id = 1\"); }"),
        sql(
            "a sub-select",
            "void go() { jdbc.queryForList(\"SELECT * FROM billing.invoice WHERE order_id IN (SELECT id FROM orders.orders)\"); }"),
        sql(
            "a native query",
            "void go() { entities.createNativeQuery(\"SELECT * FROM orders.orders\").getResultList(); }"),
        sql(
            "a JPQL query",
            "void go() { entities.createQuery(\"select o from Order o where o.id = 1\").getResultList(); }"),
        sql(
            "an HQL query without select",
            "void go() { entities.createQuery(\"from Order\").getResultList(); }"),
        sql(
            "a JPQL query by class name",
            "void go() { entities.createQuery(\"select o from com.acme.order.internal.OrderEntity o\").getResultList(); }"),
        sql(
            "two statements in one text",
            "void go() { jdbc.execute(\"SELECT 1; UPDATE orders.orders SET status = 'X'\"); }"),
        sql(
            "insert from select",
            "void go() { jdbc.execute(\"INSERT INTO billing.invoice (id) SELECT id FROM orders.orders\"); }"),
        sql(
            "a merge",
            "void go() { jdbc.execute(\"MERGE INTO billing.invoice i USING orders.orders o ON (i.order_id = o.id) WHEN MATCHED THEN UPDATE SET total = 0\"); }"),
        sql(
            "truncate of two tables",
            "void go() { jdbc.execute(\"truncate billing.invoice, orders.orders\"); }"),
        found(
            "another's sequence",
            "void go() { jdbc.queryForObject(\"SELECT nextval('orders.order_seq')\", Long.class); }",
            "orders.order_seq"),
        found(
            "another's function",
            "void go() throws SQLException { connection.prepareCall(\"{? = call orders.next_number()}\"); }",
            "orders.next_number"),
        found(
            "set search_path",
            "void go() { jdbc.execute(\"SET search_path TO orders\"); }",
            "orders.*"),
        found(
            "Connection.setSchema",
            "void go() throws SQLException { connection.setSchema(\"orders\"); }",
            "orders.*"),
        found(
            "SimpleJdbcInsert",
            "void go() { new SimpleJdbcInsert(jdbc).withTableName(\"orders.order_line\"); }",
            "orders.order_line"),
        sql(
            "SQL kept in a map and never seen near an API",
            "Map<String, String> texts() { return Map.of(\"a\", \"SELECT id FROM orders.orders WHERE id = ?\"); }"),
        sql(
            "SQL in a lambda",
            "void go(List<Long> ids) { ids.forEach(id -> jdbc.update(\"UPDATE orders.orders SET status = 'X' WHERE id = ?\", id)); }"),
        sql(
            "SQL in a log and in a query",
            "void go() { String q = \"SELECT * FROM orders.orders\"; System.out.println(q); jdbc.execute(q); }"),
        Sample.violation("a statement no parser knows")
            .source(
                PROBE,
                inBilling(
                    "void go() { jdbc.execute(\"SELECT ~~ FROM orders WITH (NOLOCK) OPTION RECOMPILE !\"); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("a sentence that is handed to the database")
            .source(
                PROBE,
                inBilling(
                    "void go() { jdbc.execute(\"Select the open ones from orders, please!\"); }"))
            .possible("sql", "billing", "orders.orders"),
        Sample.violation("a table that nobody is known to own and that two modules name")
            .source(
                PROBE,
                inBilling("void go() { jdbc.update(\"DELETE FROM mystery WHERE id = 2\"); }"))
            .source(
                "com/acme/order/Also.java",
                "package com.acme.order; class Also { org.springframework.jdbc.core.JdbcTemplate jdbc; void go() { jdbc.update(\"DELETE FROM mystery WHERE id = 1\"); } }")
            .possible("sql", "billing", "mystery")
            .possible("sql", "order", "mystery"),
        Sample.violation("a text that only a running program knows")
            .source(PROBE, inBilling("void go() { jdbc.execute(System.getenv(\"REPORT\")); }"))
            .possible("sql", "billing", "?"));
  }

  private static Sample sql(String name, String members) {
    return found(name, members, "orders.orders");
  }

  private static Sample found(String name, String members, String table) {
    return Sample.violation(name)
        .source(PROBE, inBilling(members))
        .certain("sql", "billing", table);
  }
}
