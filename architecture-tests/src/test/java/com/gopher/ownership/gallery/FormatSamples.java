package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** Changelogs in every format, mappers with a base class, generated types, declared beans. */
final class FormatSamples implements Samples {

  private static final String YAML_TABLES =
      """
      databaseChangeLog:
        - changeSet:
            id: 1
            author: a
            changes:
              - createTable:
                  tableName: parcel
                  columns:
                    - column: {name: id, type: bigint}
      """;
  private static final String JSON_TABLES =
      """
      {"databaseChangeLog": [{"changeSet": {"id": "1", "author": "a", "changes": [
        {"createTable": {"tableName": "parcel", "columns": [{"column": {"name": "id", "type": "bigint"}}]}}
      ]}}]}
      """;
  private static final String XML_TABLES =
      "<databaseChangeLog><changeSet id=\"1\" author=\"a\"><createTable"
          + " tableName=\"parcel\"/></changeSet></databaseChangeLog>";
  private static final String SQL_TABLES =
      "--liquibase formatted sql\n--changeset a:1\nCREATE TABLE parcel (id BIGINT);\n";

  @Override
  public List<Sample> all() {
    return Stream.of(
            owners(), changes(), basedMappers(), generated(), declared(), hibernate(), kotlin())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> owners() {
    return List.of(
        created(
            "a table that a changelog in YAML creates", "db/changelog/order/1.yaml", YAML_TABLES),
        created(
            "a table that a changelog in JSON creates", "db/changelog/order/1.json", JSON_TABLES),
        created("a table that a changelog in XML creates", "db/changelog/order/1.xml", XML_TABLES),
        created(
            "a table that a changelog in SQL creates, outside of any folder for changelogs",
            "com/acme/order/tables-of-parcels.v1.sql",
            SQL_TABLES),
        Sample.innocent("a table that one's own changelog in YAML creates")
            .resource("db/changelog/billing/1.yaml", YAML_TABLES)
            .source(PROBE, query("SELECT id FROM parcel WHERE id = 1")));
  }

  private static List<Sample> changes() {
    return List.of(
        changed(
            "a foreign key in YAML",
            "1.yaml",
            """
            databaseChangeLog:
              - changeSet:
                  changes:
                    - addForeignKeyConstraint:
                        baseTableSchemaName: billing
                        baseTableName: invoice
                        referencedTableSchemaName: orders
                        referencedTableName: orders
            """),
        changed(
            "a foreign key in JSON",
            "1.json",
            "{\"databaseChangeLog\": [{\"changeSet\": {\"changes\": [{\"addForeignKeyConstraint\":"
                + " {\"baseTableName\": \"invoice\", \"referencedTableName\": \"orders\"}}]}}]}"),
        changed(
            "a reference of a column in YAML",
            "1.yaml",
            """
            databaseChangeLog:
              - changeSet:
                  changes:
                    - createTable:
                        tableName: bill
                        schemaName: billing
                        columns:
                          - column:
                              name: order_id
                              type: bigint
                              constraints: {foreignKeyName: fk, references: orders.orders(id)}
            """),
        changed(
            "a statement in YAML",
            "1.yml",
            """
            databaseChangeLog:
              - changeSet:
                  changes:
                    - sql:
                        sql: |
                          DELETE FROM billing.invoice;
                          DELETE FROM orders.orders;
            """),
        changed(
            "a view in YAML",
            "1.yaml",
            """
            databaseChangeLog:
              - changeSet:
                  changes:
                    - createView:
                        viewName: open_orders
                        schemaName: billing
                        selectQuery: SELECT id FROM orders.orders
            """),
        changed(
            "another's column dropped in JSON",
            "1.json",
            "{\"databaseChangeLog\": [{\"changeSet\": {\"changes\": [{\"dropColumn\":"
                + " {\"schemaName\": \"orders\", \"tableName\": \"orders\", \"columnName\":"
                + " \"status\"}}]}}]}"),
        Sample.innocent(
                "a changelog in YAML about one's own tables, with the other's name for a column")
            .resource(
                "db/changelog/billing/1.yaml",
                """
                databaseChangeLog:
                  - changeSet:
                      comment: insert into orders.orders is no business of ours
                      changes:
                        - addColumn:
                            schemaName: billing
                            tableName: invoice
                            columns:
                              - column: {name: orders, type: bigint}
                """),
        Sample.innocent(
                "the application's changelog in YAML that changes one owner's table at a time")
            .resource(
                "db/changelog/master.yaml",
                """
                databaseChangeLog:
                  - changeSet:
                      changes:
                        - addColumn: {schemaName: orders, tableName: orders}
                        - createIndex: {schemaName: customers, tableName: customer}
                """));
  }

  private static List<Sample> basedMappers() {
    String row =
        "package com.acme.order.internal;"
            + " @com.baomidou.mybatisplus.annotation.TableName(\"t_parcel\") public class Parcel {"
            + " Long id; }";
    String mapper =
        "package com.acme.order.internal; public interface ParcelMapper extends"
            + " com.baomidou.mybatisplus.core.mapper.BaseMapper<Parcel> {}";
    return List.of(
        plus(Sample.violation("a table that MyBatis-Plus maps, in a statement"))
            .source("com/acme/order/internal/Parcel.java", row)
            .source(PROBE, query("SELECT id FROM t_parcel WHERE id = 1"))
            .certain("sql", "billing", "orders.t_parcel"),
        plus(Sample.violation("a mapper of MyBatis-Plus of another module"))
            .source("com/acme/order/internal/Parcel.java", row)
            .source("com/acme/order/internal/ParcelMapper.java", mapper)
            .source(
                PROBE,
                "package com.acme.billing; class Probe { com.acme.order.internal.ParcelMapper"
                    + " parcels; }")
            .certain("types", "billing", "t_parcel"),
        plus(Sample.violation("a class over another's table, mapped by MyBatis-Plus"))
            .source(
                PROBE,
                "package com.acme.billing;"
                    + " @com.baomidou.mybatisplus.annotation.TableName(\"orders\") class Probe {"
                    + " Long id; }")
            .certain("mapping", "billing", "orders.orders"),
        plus(Sample.violation("a table without an annotation, known by its mapper"))
            .source(
                "com/acme/order/internal/Parcel.java",
                "package com.acme.order.internal; public class Parcel { Long id; }")
            .source("com/acme/order/internal/ParcelMapper.java", mapper)
            .source(PROBE, query("SELECT id FROM parcel WHERE id = 1"))
            .certain("sql", "billing", "orders.parcel"),
        plus(Sample.innocent("one's own mapper of MyBatis-Plus"))
            .source("com/acme/billing/Parcel.java", row.replace("order.internal", "billing"))
            .source(
                PROBE,
                "package com.acme.billing; interface Probe extends"
                    + " com.baomidou.mybatisplus.core.mapper.BaseMapper<Parcel> {}"));
  }

  private static List<Sample> generated() {
    String table =
        "package com.acme.jooq; public class Orders extends org.jooq.impl.TableImpl { public static"
            + " final Orders ORDERS = new Orders(); }";
    String own =
        "package com.acme.jooq; public class Invoice extends org.jooq.impl.TableImpl { public"
            + " static final Invoice INVOICE = new Invoice(); }";
    String tables =
        "package com.acme.jooq; public class Tables { public static final Orders ORDERS ="
            + " Orders.ORDERS; public static final Invoice INVOICE = Invoice.INVOICE; }";
    return List.of(
        jooq(Sample.violation("a table of another, out of the generator's package"))
            .source("com/acme/jooq/Orders.java", table)
            .source("com/acme/jooq/Invoice.java", own)
            .source("com/acme/jooq/Tables.java", tables)
            .source(
                PROBE,
                "package com.acme.billing; class Probe { Object go() { return"
                    + " com.acme.jooq.Tables.ORDERS; } }")
            .certain("types", "billing", "orders.orders"),
        jooq(Sample.innocent("one's own table, out of the generator's package"))
            .source("com/acme/jooq/Orders.java", table)
            .source("com/acme/jooq/Invoice.java", own)
            .source("com/acme/jooq/Tables.java", tables)
            .source(
                PROBE,
                "package com.acme.billing; class Probe { Object go() { return"
                    + " com.acme.jooq.Tables.INVOICE; } }"),
        Sample.violation("the static metamodel of another's entity")
            .source(
                "com/acme/order/internal/OrderEntity_.java",
                "package com.acme.order.internal;"
                    + " @jakarta.persistence.metamodel.StaticMetamodel(OrderEntity.class) public"
                    + " abstract class OrderEntity_ { public static volatile"
                    + " jakarta.persistence.metamodel.SingularAttribute<OrderEntity, String>"
                    + " status; }")
            .source(
                PROBE,
                "package com.acme.billing; class Probe { Object go() { return"
                    + " com.acme.order.internal.OrderEntity_.status; } }")
            .certain("types", "billing", "orders.orders"),
        Sample.violation("a query type of another's entity")
            .source(
                "com/querydsl/core/types/dsl/EntityPathBase.java",
                "package com.querydsl.core.types.dsl; public class EntityPathBase<T> {}")
            .source(
                "com/acme/order/internal/QOrderEntity.java",
                "package com.acme.order.internal; public class QOrderEntity extends"
                    + " com.querydsl.core.types.dsl.EntityPathBase<OrderEntity> { public static"
                    + " final QOrderEntity order = new QOrderEntity(); }")
            .source(
                PROBE,
                "package com.acme.billing; class Probe { Object go() { return"
                    + " com.acme.order.internal.QOrderEntity.order; } }")
            .certain("types", "billing", "orders.orders"));
  }

  private static List<Sample> declared() {
    String pool =
        "package com.acme.order.internal; class Pools {"
            + " @org.springframework.context.annotation.Bean javax.sql.DataSource ledgerPool() {"
            + " return null; } }";
    return List.of(
        Sample.violation("a data source that another module declares by whatever name")
            .source("com/acme/order/internal/Pools.java", pool)
            .source(PROBE, qualified("ledgerPool"))
            .certain("config", "billing", "ledgerPool"),
        Sample.innocent("a data source with another's name that the module itself declares")
            .source(
                "com/acme/billing/Pools.java",
                "package com.acme.billing; class Pools {"
                    + " @org.springframework.context.annotation.Bean(\"orderDataSource\")"
                    + " javax.sql.DataSource forOrders() { return null; } }")
            .source(PROBE, qualified("orderDataSource")),
        Sample.innocent(
                "a data source that nobody declares, with the name of a module without a schema")
            .source("com/acme/report/Report.java", "package com.acme.report; class Report {}")
            .source(PROBE, qualified("reportDataSource")));
  }

  private static List<Sample> hibernate() {
    String parcel = "package com.acme.order.internal; public class Parcel { Long id; }";
    return List.of(
        Sample.violation("a table that a mapping file of Hibernate gives to another module")
            .source("com/acme/order/internal/Parcel.java", parcel)
            .resource(
                "com/acme/order/internal/Parcel.hbm.xml",
                hibernate("<class name=\"Parcel\" table=\"parcel\"/>", "order.internal"))
            .source(PROBE, query("SELECT id FROM parcel WHERE id = 1"))
            .certain("sql", "billing", "orders.parcel"),
        Sample.violation("a collection's table in a mapping file of Hibernate")
            .source(
                "com/acme/billing/Bill.java", "package com.acme.billing; class Bill { Long id; }")
            .resource(
                "mappings/Bill.hbm.xml",
                hibernate(
                    "<class name=\"Bill\" table=\"bill\"><set name=\"lines\" table=\"order_line\""
                        + " schema=\"orders\"/></class>",
                    "billing"))
            .certain("mapping", "billing", "orders.order_line"),
        Sample.violation("queries in a mapping file of Hibernate")
            .resource(
                "com/acme/billing/queries.hbm.xml",
                hibernate(
                    "<query name=\"a\">select o from Order o</query><sql-query name=\"b\">SELECT id"
                        + " FROM orders.order_line WHERE 1 = 1</sql-query>",
                    "billing"))
            .certain("sql", "billing", "orders.orders")
            .certain("sql", "billing", "orders.order_line"),
        Sample.innocent("a mapping file of Hibernate for one's own")
            .source(
                "com/acme/billing/Bill.java", "package com.acme.billing; class Bill { Long id; }")
            .resource(
                "com/acme/billing/Bill.hbm.xml",
                hibernate(
                    "<class name=\"Bill\" table=\"invoice\" schema=\"billing\"><property"
                        + " name=\"orders\" column=\"orders\"/></class><query name=\"a\">select b"
                        + " from Bill b</query>",
                    "billing")));
  }

  private static List<Sample> kotlin() {
    return List.of(
        kotlin(
            Sample.violation("a raw string of Kotlin").certain("sql", "billing", "orders.orders"),
            "kotlin.text.StringsKt.trimIndent(\"\\n"
                + "  DELETE FROM orders.orders\\n"
                + "  WHERE id = 1\\n"
                + "\")"),
        kotlin(
            Sample.innocent("a raw string of Kotlin about one's own table"),
            "kotlin.text.StringsKt.trimIndent(\"\\n"
                + "  DELETE FROM billing.invoice\\n"
                + "  WHERE id = 1\\n"
                + "\")"));
  }

  private static Sample kotlin(Sample sample, String text) {
    return sample
        .source(
            "kotlin/text/StringsKt.java",
            "package kotlin.text; public class StringsKt { public static String trimIndent(String"
                + " s) { return s; } }")
        .source(PROBE, inBilling("void go() { jdbc.execute(" + text + "); }"));
  }

  private static String hibernate(String mappings, String inPackage) {
    return "<!DOCTYPE hibernate-mapping PUBLIC \"-//Hibernate/Hibernate Mapping DTD 3.0//EN\""
        + " \"http://nowhere.example/m.dtd\">\n"
        + "<hibernate-mapping package=\"com.acme."
        + inPackage
        + "\">\n"
        + mappings
        + "\n</hibernate-mapping>\n";
  }

  private static Sample created(String name, String path, String changelog) {
    return Sample.violation(name)
        .resource(path, changelog)
        .source(PROBE, query("SELECT id FROM parcel WHERE id = 1"))
        .certain("sql", "billing", "orders.parcel");
  }

  private static Sample changed(String name, String file, String changelog) {
    return Sample.violation(name)
        .resource("db/changelog/billing/" + file, changelog)
        .certain("migration", "billing", "orders.orders");
  }

  private static Sample plus(Sample sample) {
    return sample
        .source(
            "com/baomidou/mybatisplus/annotation/TableName.java",
            "package com.baomidou.mybatisplus.annotation;"
                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface TableName { String value() default \"\"; String schema()"
                + " default \"\"; }")
        .source(
            "com/baomidou/mybatisplus/core/mapper/BaseMapper.java",
            "package com.baomidou.mybatisplus.core.mapper; public interface BaseMapper<T> { T"
                + " selectById(java.io.Serializable id); }");
  }

  private static Sample jooq(Sample sample) {
    return sample.source(
        "org/jooq/impl/TableImpl.java", "package org.jooq.impl; public class TableImpl {}");
  }

  private static String qualified(String bean) {
    return inBilling(
        "@org.springframework.beans.factory.annotation.Qualifier(\""
            + bean
            + "\") javax.sql.DataSource source;");
  }

  private static String query(String sql) {
    return inBilling("void go() { jdbc.queryForList(\"" + sql + "\"); }");
  }
}
