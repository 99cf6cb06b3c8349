package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;

/** What only looks like access to another module's data. */
final class InnocentSamples implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        silent(
            "an exception's text",
            "void go() { throw new IllegalStateException(\"cannot select from orders.orders where id = 1\"); }"),
        silent(
            "a printed text",
            "void go() { System.out.println(\"DELETE FROM orders.orders WHERE id = 1\"); }"),
        silent(
            "an English sentence", "String go() { return \"Select an item from orders please\"; }"),
        silent(
            "JSON",
            "String go() { return \"{\\\"from\\\": \\\"orders.orders\\\", \\\"select\\\": [1, 2]}\"; }"),
        silent("a path", "String go() { return \"/api/orders/from/orders\"; }"),
        silent(
            "a comment in SQL",
            "void go() { jdbc.execute(\"SELECT id /* from orders.orders */ FROM billing.invoice -- join orders.orders\\n WHERE id = 1\"); }"),
        silent(
            "a string inside SQL",
            "void go() { jdbc.execute(\"SELECT 'from orders.orders' FROM billing.invoice WHERE id = 1\"); }"),
        silent(
            "an alias",
            "void go() { jdbc.execute(\"SELECT orders.id FROM billing.invoice orders WHERE orders.id = 1\"); }"),
        silent(
            "a common table expression",
            "void go() { jdbc.execute(\"WITH orders AS (SELECT id FROM billing.invoice) SELECT * FROM orders WHERE id = 1\"); }"),
        silent(
            "a column",
            "void go() { jdbc.execute(\"SELECT orders, customer FROM billing.invoice WHERE orders = 1\"); }"),
        silent(
            "a quoted column",
            "void go() { jdbc.execute(\"SELECT \\\"orders.orders\\\" FROM billing.invoice WHERE id = 1\"); }"),
        silent(
            "extract from",
            "void go() { jdbc.execute(\"SELECT EXTRACT(YEAR FROM orders) FROM billing.invoice WHERE id = 1\"); }"),
        silent(
            "is distinct from",
            "void go() { jdbc.execute(\"SELECT id FROM billing.invoice WHERE status IS DISTINCT FROM orders\"); }"),
        silent(
            "system tables",
            "void go() { jdbc.execute(\"SELECT * FROM information_schema.tables WHERE 1 = 1\"); }"),
        silent(
            "another database's table",
            "void go() { jdbc.execute(\"SELECT * FROM warehouse.crm.contacts WHERE 1 = 1\"); }"),
        silent(
            "a shared table",
            "void go() { jdbc.execute(\"SELECT * FROM events.event_publication WHERE 1 = 1\"); }"),
        silent(
            "a topic beside real SQL",
            "void go() { jdbc.execute(\"SELECT id FROM billing.invoice WHERE id = 1\"); send(\"orders.orders\"); } void send(String topic) {}"),
        silent(
            "an own DTO named Order",
            "record Order(long id) {} Order go() { return new Order(1); }"),
        silent(
            "the other's API",
            "com.acme.order.Orders orders; void on(com.acme.order.OrderPlaced e) { orders.statusOf(e.orderId()); }"),
        silent(
            "an own bean's qualifier",
            "Probe(@org.springframework.beans.factory.annotation.Qualifier(\"billingDataSource\") javax.sql.DataSource d) {}"),
        silent(
            "the other's URL",
            "@org.springframework.beans.factory.annotation.Value(\"${order.url}\") String url;"),
        silent("getBean's namesake", "void go() { getBean(\"x\"); } void getBean(String n) {}"),
        silent(
            "another process",
            "void go() throws Exception { new ProcessBuilder(\"gzip\", \"orders\").start(); }"),
        silent(
            "an own type by name",
            "void go() throws Exception { Class.forName(\"com.acme.billing.Invoices\"); }"),
        silent(
            "for update",
            "void go() { jdbc.execute(\"SELECT id FROM billing.invoice WHERE id = 1 FOR UPDATE SKIP LOCKED\"); }"),
        silent(
            "crossed on purpose",
            "@com.acme.CrossModuleAccess(because = \"proves the wall\") void go() { jdbc.execute(\"DELETE FROM orders.orders WHERE 1 = 1\"); }"),
        Sample.innocent("OpenAPI")
            .source(
                PROBE,
                inBilling(
                    "@io.swagger.v3.oas.annotations.Operation(summary = \"SELECT * FROM orders.orders WHERE id = ?\") void go() {}")),
        Sample.innocent("the same table name in one's own schema")
            .resource(
                "db/migration/billing/V2__own.sql", "CREATE TABLE billing.orders (id BIGINT);")
            .source(
                PROBE,
                inBilling(
                    "void go() { jdbc.execute(\"SELECT * FROM orders WHERE id = 1\"); jdbc.execute(\"SELECT * FROM billing.orders WHERE id = 1\"); }")),
        Sample.innocent("an own index and function of that name")
            .resource(
                "db/migration/billing/V2__own.sql",
                "CREATE INDEX orders ON billing.invoice (id);\nCREATE FUNCTION billing.orders() RETURNS INT AS $$ SELECT 1 $$ LANGUAGE sql;\nSELECT billing.orders();\n"),
        Sample.innocent("an own entity")
            .source(
                PROBE,
                "package com.acme.billing; @jakarta.persistence.Entity @jakarta.persistence.Table(name = \"invoice\", schema = \"billing\") class Probe { @jakarta.persistence.Id Long id; }"),
        Sample.innocent("an own query of JPA")
            .source(
                PROBE,
                "package com.acme.billing; import jakarta.persistence.*; @Entity @Table(name = \"invoice\", schema = \"billing\") @NamedQuery(name = \"a\", query = \"select p from Probe p where p.order = 1\") class Probe { @Id Long id; Long order; }"),
        Sample.innocent("an own grant")
            .resource(
                "db/migration/billing/V2__own.sql",
                "GRANT SELECT ON billing.invoice TO order_app;"),
        Sample.innocent("a property for people")
            .resource(
                "application.properties", "billing.help=Pick orders from the list of orders\n"),
        Sample.innocent("an API of plain values")
            .source(
                "com/acme/order/Api.java",
                "package com.acme.order; public interface Api { record Line(String title) {} java.util.List<Line> linesOf(long id); }"));
  }

  private static Sample silent(String name, String members) {
    return Sample.innocent(name).source(PROBE, inBilling(members));
  }
}
