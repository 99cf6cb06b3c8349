package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** Values that take a way of their own before they are part of a statement. */
final class ValueSamples implements Samples {

  @Override
  public List<Sample> all() {
    return Stream.of(chosen(), settings(), kept()).flatMap(List::stream).toList();
  }

  private static List<Sample> chosen() {
    return List.of(
        value(
            "an element of an array by an index that changes",
            "void go(int n) { String[] t = {\"billing.invoice\", \"orders.orders\"}; int i = 0; if"
                + " (n > 3) { i = 1; } jdbc.execute(\"DELETE FROM \" + t[i] + \" WHERE 1 = 1\");"
                + " }"),
        value(
            "an element of an array by an index that counts",
            "void go() { String[] t = {\"billing.invoice\", \"orders.orders\"}; for (int i = 0; i <"
                + " t.length; i++) { jdbc.execute(\"DELETE FROM \" + t[i] + \" WHERE 1 = 1\"); }"
                + " }"),
        value(
            "an element of a list by an index that changes",
            "void go(int n) { List<String> t = List.of(\"billing.invoice\", \"orders.orders\"); int"
                + " i = 0; while (i < n) { i++; } jdbc.execute(\"DELETE FROM \" + t.get(i) + \""
                + " WHERE 1 = 1\"); }"),
        value(
            "a character that is appended",
            "void go() { StringBuilder b = new StringBuilder(\"DELETE FROM orders\");"
                + " b.append('.').append(\"orders\").append(' ').append(\"WHERE 1 = 1\");"
                + " jdbc.execute(b.toString()); }"),
        value(
            "a chain of methods of String",
            "void go() { jdbc.execute(\"  delete from \".stripLeading().concat(\" ORDERS.ORDERS"
                + " \".trim().toLowerCase()).replace(\"delete\", \"DELETE\").concat(\" where 1 ="
                + " 1\")); }"),
        value(
            "a part that is split off",
            "void go() { String[] p = \"orders.orders;billing.invoice\".split(\";\");"
                + " jdbc.execute(\"DELETE FROM \" + p[0] + \" WHERE 1 = 1\"); }"),
        value(
            "a component of a record",
            "record Target(String schema, String table) {} void go() { Target t = new"
                + " Target(\"orders\", \"orders\"); jdbc.execute(\"DELETE FROM \" + t.schema() +"
                + " \".\" + t.table() + \" WHERE 1 = 1\"); }"));
  }

  private static List<Sample> settings() {
    return List.of(
        value(
            "the default of a property",
            "@org.springframework.beans.factory.annotation.Value(\"${report.table:orders.orders}\")"
                + " String table; void go() { jdbc.execute(\"DELETE FROM \" + table + \" WHERE 1 ="
                + " 1\"); }"),
        value(
                "a property that a file sets",
                "@org.springframework.beans.factory.annotation.Value(\"${report.table}\") String"
                    + " table; void go() { jdbc.execute(\"DELETE FROM \" + table + \" WHERE 1 ="
                    + " 1\"); }")
            .resource("application.properties", "report.table=orders.orders\n"),
        value(
                "a text of a bundle",
                "void go() {"
                    + " jdbc.execute(ResourceBundle.getBundle(\"statements\").getString(\"purge\"));"
                    + " }")
            .resource("statements.properties", "purge=DELETE FROM orders.orders WHERE 1 = 1\n"),
        value(
                "a table's name of a bundle",
                "void go() { jdbc.execute(\"DELETE FROM \" +"
                    + " ResourceBundle.getBundle(\"statements\").getString(\"table\") + \" WHERE 1"
                    + " = 1\"); }")
            .resource("statements.properties", "table=orders.orders\nother=billing.invoice\n"));
  }

  private static List<Sample> kept() {
    return List.of(
        Sample.innocent("pairs of an enum that are never mixed")
            .source(
                PROBE,
                inBilling(
                    "enum T { OWN(\"billing\", \"invoice\"), LOG(\"events\","
                        + " \"event_publication\"); final String schema; final String table;"
                        + " T(String s, String t) { schema = s; table = t; } } void go(T t) {"
                        + " jdbc.execute(\"DELETE FROM \" + t.schema + \".\" + t.table + \" WHERE 1"
                        + " = 1\"); }"))
            .resource("db/migration/order/V2__log.sql", "CREATE TABLE orders.log (id BIGINT);\n"),
        value(
            "a pair of an enum",
            "enum T { OWN(\"billing\", \"invoice\"), THEIRS(\"orders\", \"orders\"); final String"
                + " schema; final String table; T(String s, String t) { schema = s; table = t; } }"
                + " void go(T t) { jdbc.execute(\"DELETE FROM \" + t.schema + \".\" + t.table + \""
                + " WHERE 1 = 1\"); }"),
        Sample.innocent("a property of one's own table, and one that only looks alike")
            .source(
                PROBE,
                inBilling(
                    "@org.springframework.beans.factory.annotation.Value(\"${report.table:billing.invoice}\")"
                        + " String table;"
                        + " @org.springframework.beans.factory.annotation.Value(\"${report.topic:orders.orders}\")"
                        + " String topic; void go() { jdbc.execute(\"DELETE FROM \" + table + \""
                        + " WHERE 1 = 1\"); }")));
  }

  private static Sample value(String name, String members) {
    return Sample.violation(name)
        .source(PROBE, inBilling(members))
        .certain("sql", "billing", "orders.orders");
  }
}
