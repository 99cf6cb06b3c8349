package com.gopher.ownership.gallery;

import java.util.List;

/** A module's other resources. */
final class ResourceSamples implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        found(
            "a script in the module's package",
            "com/acme/billing/report.sql",
            "SELECT * FROM orders.orders;"),
        found(
            "a script in the module's folder",
            "sql/billing/report.sql",
            "SELECT * FROM orders.orders;"),
        found(
            "a mapper XML",
            "mappers/Invoices.xml",
            "<mapper namespace=\"com.acme.billing.Invoices\"><select id=\"a\">SELECT * FROM orders.orders <where><if test=\"x\">id = #{id}</if></where></select></mapper>"),
        found(
            "a property with SQL",
            "application.properties",
            "billing.report.query=SELECT id FROM orders.orders WHERE id = ?\n"),
        found(
            "a YAML property with SQL",
            "application.yml",
            "billing:\n  report:\n    query: SELECT id FROM orders.orders WHERE id = ?\n"),
        Sample.violation("named queries of JDBC")
            .source(
                Gallery.PROBE,
                "package com.acme.billing; @jakarta.persistence.Entity @jakarta.persistence.Table(name = \"invoice\") class Probe { @jakarta.persistence.Id Long id; }")
            .resource(
                "META-INF/jdbc-named-queries.properties", "Probe.all=SELECT * FROM orders.orders\n")
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("named queries of JPA")
            .source(
                Gallery.PROBE,
                "package com.acme.billing; @jakarta.persistence.Entity @jakarta.persistence.Table(name = \"invoice\") class Probe { @jakarta.persistence.Id Long id; }")
            .resource("META-INF/jpa-named-queries.properties", "Probe.all=select o from Order o\n")
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("orm.xml with a table")
            .source(Gallery.PROBE, "package com.acme.billing; class Probe { Long id; }")
            .resource(
                "META-INF/orm.xml",
                "<entity-mappings><entity class=\"com.acme.billing.Probe\"><table name=\"orders\" schema=\"orders\"/></entity></entity-mappings>")
            .certain("mapping", "billing", "orders.orders"),
        Sample.violation("orm.xml with a query")
            .resource(
                "com/acme/billing/orm.xml",
                "<entity-mappings><named-native-query name=\"a\"><query>select * from orders.orders</query></named-native-query></entity-mappings>")
            .certain("sql", "billing", "orders.orders"));
  }

  private static Sample found(String name, String path, String text) {
    return Sample.violation(name).resource(path, text).certain("sql", "billing", "orders.orders");
  }
}
