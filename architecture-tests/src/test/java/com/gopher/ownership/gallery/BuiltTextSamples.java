package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;

/** SQL that is put together from parts before it is used. */
final class BuiltTextSamples implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        built(
            "concatenation",
            "void go(String t) { jdbc.execute(\"SELECT * FROM \" + \"orders\" + \".orders WHERE id = \" + t); }"),
        built(
            "concatenation over a local",
            "void go(long id) { String table = \"orders.orders\"; jdbc.execute(\"SELECT * FROM \" + table + \" WHERE id = \" + id); }"),
        built(
            "String.format",
            "void go() { jdbc.execute(String.format(\"SELECT * FROM %s.%s WHERE id = %d\", \"orders\", \"orders\", 1)); }"),
        built(
            "formatted",
            "void go() { jdbc.execute(\"SELECT * FROM %s WHERE id = 1\".formatted(\"orders.orders\")); }"),
        built(
            "StringBuilder in several statements",
            "void go(boolean x) { StringBuilder b = new StringBuilder(\"SELECT *\"); b.append(\" FROM \"); if (x) { b.append(\"orders.orders\"); } else { b.append(\"billing.invoice\"); } jdbc.execute(b.toString()); }"),
        built(
            "String.join",
            "void go() { jdbc.execute(String.join(\" \", \"SELECT *\", \"FROM\", \"orders.orders\")); }"),
        built(
            "a joining collector",
            "void go() { jdbc.execute(Stream.of(\"SELECT *\", \"FROM orders.orders\").collect(Collectors.joining(\" \"))); }"),
        built(
            "replace",
            "void go() { jdbc.execute(\"SELECT * FROM $T WHERE id = 1\".replace(\"$T\", \"orders.orders\")); }"),
        built(
            "a field set in the constructor",
            "final String table; Probe() { this.table = \"orders.orders\"; } void go() { jdbc.execute(\"DELETE FROM \" + table + \" WHERE 1 = 1\"); }"),
        built(
            "a static list",
            "static final List<String> TABLES = List.of(\"billing.invoice\", \"orders.orders\"); void go() { for (String t : TABLES) { jdbc.execute(\"DELETE FROM \" + t + \" WHERE 1 = 1\"); } }"),
        built(
            "an array",
            "void go() { String[] t = {\"orders.orders\"}; jdbc.execute(\"DELETE FROM \" + t[0] + \" WHERE 1 = 1\"); }"),
        built(
            "a map",
            "Map<String, String> t = Map.of(\"a\", \"orders.orders\"); void go() { jdbc.execute(\"DELETE FROM \" + t.get(\"a\") + \" WHERE 1 = 1\"); }"),
        built(
            "a helper that takes the table",
            "void go() { clear(\"orders.orders\"); } private void clear(String t) { jdbc.execute(\"DELETE FROM \" + t + \" WHERE 1 = 1\"); }"),
        built(
            "a helper that gives the table",
            "void go() { jdbc.execute(\"DELETE FROM \" + table() + \" WHERE 1 = 1\"); } private String table() { return \"orders.orders\"; }"),
        built(
            "a ternary",
            "void go(boolean x) { jdbc.execute(\"DELETE FROM \" + (x ? \"billing.invoice\" : \"orders.orders\") + \" WHERE 1 = 1\"); }"),
        built(
            "a switch",
            "void go(int x) { String t = switch (x) { case 1 -> \"billing.invoice\"; default -> \"orders.orders\"; }; jdbc.execute(\"DELETE FROM \" + t + \" WHERE 1 = 1\"); }"),
        built(
            "a lambda over a stream of tables",
            "void go() { Stream.of(\"orders.orders\").forEach(t -> jdbc.execute(\"DELETE FROM \" + t + \" WHERE 1 = 1\")); }"),
        Sample.violation("an enum that carries SQL")
            .source(
                PROBE,
                inBilling(
                    "enum Query { ALL(\"SELECT * FROM orders.orders WHERE 1 = 1\"); final String sql; Query(String sql) { this.sql = sql; } } void go() { jdbc.execute(Query.ALL.sql); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("a constant inlined from another class")
            .source(
                "com/acme/order/OrderTables.java",
                "package com.acme.order; public interface OrderTables { String ORDERS = \"orders.orders\"; }")
            .source(
                PROBE,
                inBilling(
                    "void go() { jdbc.execute(\"DELETE FROM \" + com.acme.order.OrderTables.ORDERS + \" WHERE 1 = 1\"); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("another module's query, run here")
            .source(
                "com/acme/order/OrderQueries.java",
                "package com.acme.order; public class OrderQueries { public static final String ALL; static { ALL = \"SELECT * FROM orders.orders WHERE 1 = 1\"; } }")
            .source(
                PROBE, inBilling("void go() { jdbc.execute(com.acme.order.OrderQueries.ALL); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("a helper of no module that runs SQL")
            .source(
                "com/framework/Db.java",
                "package com.framework; public class Db { public static void run(java.sql.Connection c, String sql) throws java.sql.SQLException { c.createStatement().execute(sql); } }")
            .source(
                PROBE,
                inBilling(
                    "void go() throws SQLException { com.framework.Db.run(connection, \"TRUNCATE TABLE orders.orders\"); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("only the schema is known")
            .source(
                PROBE,
                inBilling(
                    "void go(String t) { jdbc.execute(\"SELECT * FROM orders.\" + t + \" WHERE 1 = 1\"); }"))
            .certain("sql", "billing", "orders.?"),
        Sample.violation("the table is not known at all")
            .source(
                PROBE,
                inBilling(
                    "void go(String t) { jdbc.execute(\"SELECT * FROM \" + t + \" WHERE 1 = 1\"); }"))
            .possible("sql", "billing", "?"));
  }

  private static Sample built(String name, String members) {
    return Sample.violation(name)
        .source(PROBE, inBilling(members))
        .certain("sql", "billing", "orders.orders");
  }
}
