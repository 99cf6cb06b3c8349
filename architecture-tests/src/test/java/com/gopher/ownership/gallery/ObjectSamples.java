package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** Texts that an object, a function or a helper of a library holds until somebody asks for them. */
final class ObjectSamples implements Samples {

  private static final String TABLES =
      """
      package com.acme.common;
      public enum Tables {
        ORDERS("orders", "orders"), INVOICE("billing", "invoice");
        private final String schema;
        private final String table;
        Tables(String schema, String table) { this.schema = schema; this.table = table; }
        public String full() { return schema + "." + table; }
      }
      """;

  @Override
  public List<Sample> all() {
    return Stream.of(constants(), functions(), substitutions(), scripts())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> constants() {
    return List.of(
        silent(
                "one's own constant of an enum that names everybody's tables",
                "Object go() { return jdbc.queryForList(\"SELECT 1 FROM \" + com.acme.common.Tables.INVOICE.full()); }")
            .source("com/acme/common/Tables.java", TABLES),
        found(
                "another's constant of an enum that names everybody's tables",
                "Object go() { return jdbc.queryForList(\"SELECT 1 FROM \" + com.acme.common.Tables.ORDERS.full()); }")
            .source("com/acme/common/Tables.java", TABLES),
        silent(
            "records of which only one's own is used",
            "record T(String schema, String table) {} static final T OWN = new T(\"billing\", \"invoice\"), OTHER = new T(\"orders\", \"orders\"); Object go() { return jdbc.queryForList(\"SELECT 1 FROM \" + OWN.schema() + \".\" + OWN.table()); }"),
        silent(
            "constants with bodies of which only one's own is used",
            "enum T { OWN { String table() { return \"billing.invoice\"; } }, OTHER { String table() { return \"orders.orders\"; } }; abstract String table(); } Object go() { return jdbc.queryForList(\"SELECT 1 FROM \" + T.OWN.table()); }"),
        silent(
            "pairs of an enum that are put into a pattern",
            "enum T { OWN(\"billing\", \"invoice\"), LOG(\"events\", \"event_publication\"), MORE(\"billing\", \"orders_of_invoice\"); final String schema; final String table; T(String s, String t) { schema = s; table = t; } } void go(T t) { jdbc.execute(\"DELETE FROM {s}.{t}\".replace(\"{s}\", t.schema).replace(\"{t}\", t.table)); }"),
        found(
            "the names of constants",
            "enum T { invoice, orders } void go() { for (T t : T.values()) { jdbc.execute(\"DELETE FROM \" + t.name() + \" WHERE 1 = 1\"); } }"),
        found(
            "a name that two objects of one class give together",
            "record Name(String text) {} static final Name SCHEMA = new Name(\"orders\"), TABLE = new Name(\"orders\"); void go() { jdbc.execute(\"DELETE FROM \" + SCHEMA.text() + \".\" + TABLE.text() + \" WHERE 1 = 1\"); }"));
  }

  private static List<Sample> functions() {
    return List.of(
        found(
            "a function that is kept in a field",
            "static final java.util.function.Function<String, String> ALL = t -> \"SELECT 1 FROM \" + t; Object go() { return jdbc.queryForList(ALL.apply(\"orders.orders\")); }"),
        found(
            "an interface of one's own that a lambda implements",
            "interface Naming { String of(String table); } void run(Naming naming, String table) { jdbc.execute(naming.of(table)); } void go() { run(t -> \"DELETE FROM \" + t + \" WHERE 1 = 1\", \"orders.orders\"); }"),
        found(
            "a map that a function fills",
            "final Map<String, String> known = new HashMap<>(); Object go() { return jdbc.queryForList(known.computeIfAbsent(\"orders.orders\", t -> \"SELECT 1 FROM \" + t)); }"),
        found(
            "statements that a stream makes and joins",
            "Object go() { return jdbc.queryForList(Stream.of(\"billing.invoice\", \"orders.orders\").map(t -> \"SELECT id FROM \" + t).collect(Collectors.joining(\" UNION ALL \"))); }"));
  }

  private static List<Sample> substitutions() {
    return List.of(
        found(
            "properties for Spring's helper",
            "Object go() { Properties names = new Properties(); names.setProperty(\"table\", \"orders.orders\"); return jdbc.queryForList(new org.springframework.util.PropertyPlaceholderHelper(\"#{\", \"}\").replacePlaceholders(\"SELECT id FROM #{table} WHERE 1 = 1\", names)); }"),
        found(
            "a function for Spring's helper",
            "Object go() { return jdbc.queryForList(new org.springframework.util.PropertyPlaceholderHelper(\"${\", \"}\").replacePlaceholders(\"SELECT id FROM ${table} WHERE 1 = 1\", name -> \"orders.orders\")); }"),
        silent(
            "names for Spring's helper that the statement does not use as tables",
            "Object go() { Properties names = new Properties(); names.setProperty(\"table\", \"billing.invoice\"); names.setProperty(\"label\", \"orders.orders\"); return jdbc.queryForList(new org.springframework.util.PropertyPlaceholderHelper(\"${\", \"}\").replacePlaceholders(\"SELECT id, '${label}' FROM ${table} WHERE 1 = 1\", names)); }"),
        found(
                "a setting that the environment puts in",
                "org.springframework.core.env.Environment env; Object go() { return jdbc.queryForList(env.resolvePlaceholders(\"SELECT id FROM ${report.source} WHERE 1 = 1\")); }")
            .resource("application.yml", "report:\n  source: orders.orders\n"),
        found(
            "the default of a setting that the environment puts in",
            "org.springframework.core.env.Environment env; Object go() { return jdbc.queryForList(env.resolveRequiredPlaceholders(\"SELECT id FROM ${report.source:orders.orders} WHERE 1 = 1\")); }"),
        found(
                "a map for the substitutor of Apache Commons",
                "Object go() { return jdbc.queryForList(new org.apache.commons.text.StringSubstitutor(Map.of(\"t\", \"orders.orders\")).replace(\"SELECT id FROM ${t} WHERE 1 = 1\")); }")
            .source(
                "org/apache/commons/text/StringSubstitutor.java",
                "package org.apache.commons.text; public class StringSubstitutor { public StringSubstitutor(java.util.Map<String, ?> values) {} public String replace(String text) { return text; } }"));
  }

  private static List<Sample> scripts() {
    String path = "db/migration/billing/V2__rows.sql";
    return List.of(
        Sample.innocent("rows that are copied in")
            .resource(
                path,
                "COPY billing.invoice (id, status) FROM stdin;\n1\tdelete from orders.orders\n2\tSELECT name FROM customers.customer; it's\n\\.\nUPDATE billing.invoice SET total = 0;\n"),
        Sample.violation("a statement after rows that are copied in")
            .resource(
                path,
                "COPY billing.invoice (id, status) FROM stdin;\n1\tit's\n\\.\nDELETE FROM orders.orders;\n")
            .certain("migration", "billing", "orders.orders"),
        Sample.violation("a table that is published")
            .resource(
                path, "CREATE PUBLICATION changes FOR TABLE billing.invoice, orders.orders;\n")
            .certain("migration", "billing", "orders.orders"));
  }

  private static Sample found(String name, String members) {
    return Sample.violation(name)
        .source(PROBE, inBilling(members))
        .certain("sql", "billing", "orders.orders");
  }

  private static Sample silent(String name, String members) {
    return Sample.innocent(name).source(PROBE, inBilling(members));
  }
}
