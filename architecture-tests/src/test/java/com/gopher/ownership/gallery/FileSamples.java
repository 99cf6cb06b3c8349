package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/**
 * Files beside the code: mappings of JDO, classes named in XML, templates, scripts that are run.
 */
final class FileSamples implements Samples {

  @Override
  public List<Sample> all() {
    return Stream.of(jdo(), classesInXml(), partsOfMappings(), templates(), runByChangelogs())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> jdo() {
    String parcel = "package com.acme.order.internal; public class Parcel { long id; }";
    String mapping =
        """
        <!DOCTYPE jdo PUBLIC "-//Sun//DTD" "http://nowhere.example/jdo_2_0.dtd">
        <jdo><package name="com.acme.order.internal">
          <class name="Parcel" identity-type="datastore" table="parcels"/>
        </package></jdo>
        """;
    return List.of(
        Sample.violation("a table that a mapping file of JDO gives to another module")
            .source("com/acme/order/internal/Parcel.java", parcel)
            .resource("package.jdo", mapping)
            .source(PROBE, query("SELECT id FROM PARCELS WHERE id = 1"))
            .certain("sql", "billing", "orders.parcels"),
        Sample.violation("a class that a mapping file of JDO maps")
            .source("com/acme/order/internal/Parcel.java", parcel)
            .resource("com/acme/order/internal/package.jdo", mapping)
            .source(PROBE, inBilling("com.acme.order.internal.Parcel parcel;"))
            .certain("types", "billing", "parcels"),
        Sample.violation("a table that an annotation of JDO gives to another module")
            .source(
                "javax/jdo/annotations/PersistenceCapable.java",
                "package javax.jdo.annotations; public @interface PersistenceCapable { String"
                    + " table() default \"\"; String schema() default \"\"; }")
            .source(
                "com/acme/order/internal/Parcel.java",
                "package com.acme.order.internal;"
                    + " @javax.jdo.annotations.PersistenceCapable(table = \"parcels\") class Parcel"
                    + " { long id; }")
            .source(PROBE, query("SELECT id FROM parcels WHERE id = 1"))
            .certain("sql", "billing", "orders.parcels"),
        Sample.violation("another's table in a mapping file of JDO, and a query in it")
            .source("com/acme/billing/Bill.java", "package com.acme.billing; class Bill {}")
            .resource(
                "com/acme/billing/package.jdo",
                """
                <jdo><package name="com.acme.billing">
                  <class name="Bill" table="invoice" schema="billing">
                    <field name="lines" table="order_line" schema="orders"><join/></field>
                    <query name="open" language="javax.jdo.query.SQL">SELECT id FROM orders.orders</query>
                  </class>
                </package></jdo>
                """)
            .certain("mapping", "billing", "orders.order_line")
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("one's own mapping file of JDO")
            .source("com/acme/billing/Bill.java", "package com.acme.billing; class Bill {}")
            .resource(
                "package.jdo",
                mapping.replace("order.internal", "billing").replace("Parcel\"", "Bill\""))
            .source(PROBE, query("SELECT id FROM PARCELS WHERE id = 1")));
  }

  private static List<Sample> classesInXml() {
    return List.of(
        Sample.violation("the target of an association in a mapping file of Hibernate")
            .source("com/acme/billing/Bill.java", "package com.acme.billing; class Bill {}")
            .resource(
                "com/acme/billing/Bill.hbm.xml",
                "<hibernate-mapping package=\"com.acme.billing\"><class name=\"Bill\""
                    + " table=\"invoice\" schema=\"billing\"><many-to-one name=\"order\""
                    + " class=\"com.acme.order.internal.OrderEntity\"/></class></hibernate-mapping>")
            .certain("types", "billing", "orders.orders"),
        Sample.violation("the target of an association in orm.xml")
            .source("com/acme/billing/Bill.java", "package com.acme.billing; class Bill {}")
            .resource(
                "META-INF/orm.xml",
                "<entity-mappings><entity class=\"com.acme.billing.Bill\"><table name=\"invoice\""
                    + " schema=\"billing\"/><attributes><many-to-one name=\"order\""
                    + " target-entity=\"com.acme.order.internal.OrderEntity\"/></attributes>"
                    + "</entity></entity-mappings>")
            .certain("types", "billing", "orders.orders"),
        Sample.violation("the type of a mapper's result")
            .resource(
                "com/acme/billing/Mapper.xml",
                "<mapper namespace=\"com.acme.billing.Mapper\"><select id=\"a\""
                    + " resultType=\"com.acme.order.internal.OrderEntity\">SELECT id FROM"
                    + " billing.invoice</select></mapper>")
            .certain("types", "billing", "orders.orders"),
        Sample.violation("another's repository among the beans")
            .resource(
                "com/acme/billing/beans.xml",
                "<beans><bean id=\"a\" class=\"x.FactoryBean\"><property name=\"type\"><value>"
                    + "com.acme.order.internal.OrderRepository</value></property></bean></beans>")
            .certain("types", "billing", "orders.orders"),
        Sample.innocent("what beans and annotations say to people")
            .resource(
                "com/acme/billing/beans.xml",
                "<beans><bean class=\"org.springframework.batch.item.database.JdbcCursorItemReader\">"
                    + "<description>was SELECT id FROM orders.orders</description></bean></beans>")
            .source(
                PROBE,
                "package com.acme.billing; class Probe { @interface Op { String summary(); String"
                    + " description(); } @Op(summary = \"DELETE FROM orders.orders\", description ="
                    + " \"INSERT INTO orders.orders\") void go() {} }"),
        Sample.innocent("classes of one's own, in XML of one's own and in the application's")
            .resource(
                "com/acme/order/internal/beans.xml",
                "<beans><bean class=\"com.acme.order.internal.OrderEntity\"/></beans>")
            .resource(
                "META-INF/persistence-beans.xml",
                "<beans><bean class=\"com.acme.order.internal.OrderEntity\"/></beans>"));
  }

  private static List<Sample> partsOfMappings() {
    String converter =
        "package com.acme.order.internal; public class Stars implements"
            + " jakarta.persistence.AttributeConverter<Integer, String> { public String"
            + " convertToDatabaseColumn(Integer i) { return null; } public Integer"
            + " convertToEntityAttribute(String s) { return null; } }";
    String rated =
        "package com.acme.%s; import jakarta.persistence.*; @Entity @Table(name = \"%s\", schema ="
            + " \"%s\") class Rated%s { @Id Long id; @Convert(converter ="
            + " com.acme.order.internal.Stars.class) Integer stars; }";
    return List.of(
        Sample.violation("a converter out of another's mapping")
            .source("com/acme/order/internal/Stars.java", converter)
            .source(
                "com/acme/order/internal/RatedOrder.java",
                rated.formatted("order.internal", "rated", "orders", "Order"))
            .source(
                "com/acme/billing/RatedBill.java",
                rated.formatted("billing", "rated_bill", "billing", "Bill"))
            .certain("types", "billing", "orders.rated"),
        Sample.innocent("a converter that is lent to several")
            .source("com/acme/order/internal/Stars.java", converter)
            .source(
                "com/acme/order/internal/RatedOrder.java",
                rated.formatted("order.internal", "rated", "orders", "Order"))
            .source(
                "com/acme/billing/RatedBill.java",
                rated.formatted("billing", "rated_bill", "billing", "Bill"))
            .source(
                "com/acme/customer/RatedCustomer.java",
                rated.formatted("customer", "rated_customer", "customers", "Customer")));
  }

  private static List<Sample> templates() {
    return List.of(
        template("FreeMarker", "open.sql.ftl", "<#if a>SELECT id FROM orders.orders</#if>"),
        template("Velocity", "open.sql.vm", "SELECT id\n#if ($a)\n FROM orders.orders\n#end"),
        template("Mustache", "open.sql.mustache", "{{#a}}SELECT id FROM orders.orders{{/a}}"),
        template(
            "StringTemplate",
            "Open.sql.stg",
            "group Open;\nopen(limit) ::= <<\n SELECT id FROM orders.orders\n>>\nmine() ::= <<\n"
                + " SELECT id FROM billing.invoice\n>>"),
        template(
            "ElSql",
            "Open.elsql",
            "@NAME(Open)\n SELECT id FROM orders.orders\n @WHERE\n @AND(:a)\n a = :a"),
        Sample.innocent("templates about one's own table, and a letter")
            .resource("com/acme/billing/own.sql.ftl", "SELECT id FROM billing.invoice")
            .resource(
                "com/acme/billing/Any.sql.stg",
                "group Any;\ncount() ::= <<\n SELECT count(*) FROM <table()> t WHERE t.id = :id\n>>")
            .resource(
                "com/acme/billing/own.sql.vm",
                "#foreach ($i in $orders)\nDELETE FROM billing.invoice WHERE id = $i;\n#end")
            .resource("com/acme/billing/letter.vm", "Please select from orders what you like."));
  }

  private static Sample template(String language, String file, String text) {
    return Sample.violation("a template of " + language)
        .resource("com/acme/billing/" + file, text)
        .certain("sql", "billing", "orders.orders");
  }

  private static List<Sample> runByChangelogs() {
    String changelog =
        "<databaseChangeLog><changeSet><sqlFile path=\"scripts/fix.sql\"/></changeSet>"
            + "</databaseChangeLog>";
    return List.of(
        Sample.violation("a script of the root that a module's changelog runs")
            .resource("db/changelog/billing/1.xml", changelog)
            .resource("scripts/fix.sql", "DELETE FROM billing.invoice;\nDELETE FROM orders.orders;")
            .certain("migration", "billing", "orders.orders"),
        Sample.violation("a script of the root that a module's changelog in YAML runs")
            .resource(
                "db/changelog/billing/1.yaml",
                "databaseChangeLog:\n- changeSet:\n    changes:\n    - sqlFile: {path:"
                    + " scripts/fix.sql}\n")
            .resource("scripts/fix.sql", "DELETE FROM orders.orders;")
            .certain("migration", "billing", "orders.orders"),
        Sample.innocent("a script of the root that the owner's changelog runs")
            .resource("db/changelog/order/1.xml", changelog)
            .resource("scripts/fix.sql", "DELETE FROM orders.orders;"));
  }

  private static String query(String sql) {
    return inBilling("void go() { jdbc.queryForList(\"" + sql + "\"); }");
  }
}
