package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** Texts that shared code keeps before it uses them, and lists of tables from which others pick. */
final class KeptTextSamples implements Samples {

  private static final String OWN = "com/acme/order/internal/Probe.java";

  @Override
  public List<Sample> all() {
    return Stream.of(byFactory(), byFunction(), picked(), joined(), parts())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> byFactory() {
    String path = "com/acme/archive/Query.java";
    String query =
        """
        package com.acme.archive;
        public final class Query {
          private final String table;
          private String joins = "";
          private Query(String table) { this.table = table; }
          public static Query on(String table) { return new Query(table); }
          public Query with(String joined) { joins = " join " + joined + " on 1 = 1"; return this; }
          public Object count(org.springframework.jdbc.core.JdbcTemplate jdbc) {
            return jdbc.queryForList("SELECT count(*) FROM " + table + joins);
          }
        }
        """;
    return List.of(
        Sample.violation("a query that a factory makes for another's table")
            .source(path, query)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return com.acme.archive.Query.on(\"orders.orders\").with(\"billing.invoice\").count(jdbc); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("another's table that is added to a query")
            .source(path, query)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return com.acme.archive.Query.on(\"billing.invoice\").with(\"orders.order_line\").count(jdbc); }"))
            .certain("sql", "billing", "orders.order_line"),
        Sample.innocent("a query that a factory makes for each module's own table")
            .source(path, query)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return com.acme.archive.Query.on(\"billing.invoice\").count(jdbc); }"))
            .source(
                OWN,
                orders(
                    "Object go() { return com.acme.archive.Query.on(\"orders.orders\").with(\"orders.order_line\").count(jdbc); }")));
  }

  private static List<Sample> byFunction() {
    String path = "com/acme/archive/Lookup.java";
    String lookup =
        """
        package com.acme.archive;
        public class Lookup {
          public interface Source { String table(); }
          private final Source source;
          private final org.springframework.jdbc.core.JdbcTemplate jdbc;
          public Lookup(org.springframework.jdbc.core.JdbcTemplate jdbc, Source source) { this.jdbc = jdbc; this.source = source; }
          public Object all() { return jdbc.queryForList("SELECT * FROM " + source.table() + " WHERE 1 = 1"); }
        }
        """;
    String supplied =
        lookup
            .replace("public interface Source { String table(); }", "")
            .replace("Source source", "java.util.function.Supplier<String> source")
            .replace("source.table()", "source.get()");
    return List.of(
        Sample.violation("a function that names another's table, beside one that does not")
            .source(path, lookup)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return List.of(new com.acme.archive.Lookup(jdbc, () -> \"billing.invoice\"), new com.acme.archive.Lookup(jdbc, () -> \"orders.orders\")); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("a method reference that names another's table")
            .source(path, supplied)
            .source(
                PROBE,
                inBilling(
                    "static String lines() { return \"orders.order_line\"; } Object go() { return new com.acme.archive.Lookup(jdbc, Probe::lines); }"))
            .certain("sql", "billing", "orders.order_line"),
        Sample.innocent("functions that name their own module's tables")
            .source(path, supplied)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return new com.acme.archive.Lookup(jdbc, () -> \"billing.invoice\"); }"))
            .source(
                OWN,
                orders(
                    "Object go() { return new com.acme.archive.Lookup(jdbc, () -> \"orders.orders\"); }")));
  }

  private static List<Sample> picked() {
    String path = "com/acme/archive/Tables.java";
    String tables =
        """
        package com.acme.archive;
        import org.springframework.data.relational.core.sql.Table;
        public final class Tables {
          public static final Table ORDER = Table.create("order_line");
          public static final Table INVOICE = Table.create("invoice");
          private Tables() {}
        }
        """;
    String area =
        """
        package com.acme.archive;
        public enum Area {
          ORDER("orders", "orders"), BILLING("billing", "invoice");
          private final String schema; private final String table;
          Area(String schema, String table) { this.schema = schema; this.table = table; }
          public String from() { return " from " + schema + '.' + table + ' '; }
        }
        """;
    return List.of(
        Sample.violation("another's table, picked from a class of all tables")
            .source(path, tables)
            .source(PROBE, inBilling(select("ORDER")))
            .certain("sql", "billing", "orders.order_line"),
        Sample.innocent("own tables, picked from a class of all tables")
            .source(path, tables)
            .source(PROBE, inBilling(select("INVOICE")))
            .source(OWN, orders(select("ORDER"))),
        Sample.violation("another's piece of a statement, picked from an enum of all")
            .source("com/acme/archive/Area.java", area)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return jdbc.queryForList(\"select id\" + com.acme.archive.Area.ORDER.from()); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("own pieces of statements, picked from an enum of all")
            .source("com/acme/archive/Area.java", area)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return jdbc.queryForList(\"select id\" + com.acme.archive.Area.BILLING.from()); }")));
  }

  private static List<Sample> joined() {
    return List.of(
        Sample.violation("a joiner that is put into a format as it is")
            .source(
                PROBE,
                inBilling(
                    "Object go() { StringJoiner from = new StringJoiner(\", \", \" from \", \" where 1 = 1\").add(\"billing.invoice\").add(\"orders.orders\"); return jdbc.queryForList(java.text.MessageFormat.format(\"select {0}{1}\", \"*\", from)); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("a joiner of conditions behind the module's own table")
            .source(
                PROBE,
                inBilling(
                    "Object go(boolean open) { StringJoiner where = new StringJoiner(\" and \", \" where \", \"\").add(\"id > 0\"); if (open) { where.add(\"status = 'OPEN'\"); } return jdbc.queryForList(\"select id from billing.invoice\" + where); }")));
  }

  private static List<Sample> parts() {
    String path = "com/acme/customer/internal/Household.java";
    String aggregate =
        """
        package com.acme.customer.internal;
        import org.springframework.data.annotation.Id;
        import org.springframework.data.relational.core.mapping.*;
        @Table(name = "household", schema = "customers")
        public class Household { @Id Long id; @MappedCollection(idColumn = "household") java.util.List<Resident> residents; @Embedded.Nullable Doorbell bell; }
        record Resident(String name) {}
        record Doorbell(String label) {}
        """;
    return List.of(
        Sample.violation("the table of a part of another's aggregate")
            .source(path, aggregate)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return jdbc.queryForList(\"select name from resident where household = 1\"); }"))
            .certain("sql", "billing", "customers.resident"),
        Sample.innocent("an own table that is named like what another's aggregate embeds")
            .source(path, aggregate)
            .source(
                PROBE,
                inBilling(
                    "Object go() { return jdbc.queryForList(\"select label from doorbell where id = 1\"); }")));
  }

  private static String select(String table) {
    return "Object go() { var all = org.springframework.data.relational.core.sql.Select.builder().select(com.acme.archive.Tables."
        + table
        + ".column(\"id\")).from(com.acme.archive.Tables."
        + table
        + ").build(); return jdbc.queryForList(org.springframework.data.relational.core.sql.render.SqlRenderer.toString(all)); }";
  }

  private static String orders(String members) {
    return inBilling(members)
        .replace("package com.acme.billing;", "package com.acme.order.internal;");
  }
}
