package com.gopher.ownership.gallery;

import java.util.List;

/** Migrations that reach into another module's schema. */
final class MigrationSamples implements Samples {

  private static final String PLACE = "db/migration/billing/V2__change.sql";

  @Override
  public List<Sample> all() {
    return List.of(
        touches(
            "a foreign key",
            "ALTER TABLE billing.invoice ADD CONSTRAINT fk FOREIGN KEY (order_id) REFERENCES orders.orders (id);"),
        touches(
            "a foreign key in a column",
            "CREATE TABLE billing.note (id BIGINT, order_id BIGINT REFERENCES orders.orders);"),
        touches("a view", "CREATE VIEW billing.open AS SELECT o.id FROM orders.orders o;"),
        touches("a table as select", "CREATE TABLE billing.copy AS SELECT * FROM orders.orders;"),
        touches(
            "a trigger",
            "CREATE TRIGGER t AFTER INSERT ON orders.orders FOR EACH ROW EXECUTE FUNCTION billing.f();"),
        touches(
            "a function body",
            "CREATE FUNCTION billing.f() RETURNS INT AS $$ BEGIN DELETE FROM orders.orders; END $$ LANGUAGE plpgsql;"),
        touches("a synonym", "CREATE SYNONYM billing.o FOR orders.orders;"),
        touches(
            "a linked table",
            "CREATE LINKED TABLE billing.o('org.h2.Driver', 'jdbc:h2:mem:x', 'sa', '', 'ORDERS.ORDERS');"),
        touches("a grant", "GRANT SELECT ON orders.orders TO billing_app;"),
        touches("like", "CREATE TABLE billing.o (LIKE orders.orders INCLUDING ALL);"),
        touches("inherits", "CREATE TABLE billing.o (x INT) INHERITS (orders.orders);"),
        touches("an index on another's table", "CREATE INDEX billing_i ON orders.orders (status);"),
        touches("data changed", "UPDATE orders.orders SET status = 'X';"),
        touches("code in a do block", "DO $$ BEGIN EXECUTE 'DELETE FROM orders.orders'; END $$;"),
        Sample.violation("another's sequence")
            .resource(
                PLACE,
                "ALTER TABLE billing.invoice ALTER COLUMN id SET DEFAULT nextval('orders.order_seq');")
            .certain("migration", "billing", "orders.order_seq"),
        Sample.violation("a grant on several schemas")
            .resource(PLACE, "GRANT USAGE ON SCHEMA orders, billing, customers TO billing_app;")
            .certain("migration", "billing", "orders.*")
            .certain("migration", "billing", "customers.*"),
        Sample.violation("a grant on all tables in several schemas")
            .resource(
                PLACE, "GRANT SELECT ON ALL TABLES IN SCHEMA customers, orders TO billing_app;")
            .certain("migration", "billing", "customers.*")
            .certain("migration", "billing", "orders.*"),
        Sample.violation("the search path")
            .resource(PLACE, "SET search_path TO orders, public;")
            .certain("migration", "billing", "orders.*"),
        Sample.violation("SET SCHEMA")
            .resource(PLACE, "SET SCHEMA orders;")
            .certain("migration", "billing", "orders.*"),
        Sample.violation("a callback")
            .resource("db/migration/billing/afterMigrate.sql", "DELETE FROM orders.orders;")
            .certain("migration", "billing", "orders.orders"),
        Sample.violation("a placeholder")
            .resource(PLACE, "DELETE FROM ${theirs}.orders;")
            .resource("application.properties", "spring.flyway.placeholders.theirs=orders\n")
            .certain("migration", "billing", "orders.orders"),
        Sample.violation("a Java migration")
            .source(
                "db/migration/billing/V3__Java.java",
                "package db.migration.billing; public class V3__Java extends org.flywaydb.core.api.migration.BaseJavaMigration { public void migrate(org.flywaydb.core.api.migration.Context c) throws Exception { c.getConnection().createStatement().execute(\"DELETE FROM orders.orders\"); } }")
            .certain("migration", "billing", "orders.orders"),
        Sample.violation("a foreign key in a common folder")
            .resource(
                "db/migration/V9__all.sql",
                "ALTER TABLE billing.invoice ADD FOREIGN KEY (order_id) REFERENCES orders.orders (id);")
            .certain("migration", "billing", "orders.orders"),
        Sample.violation("a change log")
            .resource(
                "db/changelog/billing/changes.xml",
                "<databaseChangeLog><changeSet id=\"1\" author=\"a\"><addForeignKeyConstraint baseTableName=\"invoice\" baseTableSchemaName=\"billing\" referencedTableName=\"orders\" referencedTableSchemaName=\"orders\"/></changeSet></databaseChangeLog>")
            .certain("migration", "billing", "orders.orders"),
        Sample.violation("a table nobody creates")
            .resource(
                PLACE,
                "ALTER TABLE billing.invoice ADD FOREIGN KEY (x) REFERENCES elsewhere.thing (id);")
            .possible("migration", "billing", "elsewhere.thing"));
  }

  private static Sample touches(String name, String sql) {
    return Sample.violation(name)
        .resource(PLACE, sql + "\n")
        .certain("migration", "billing", "orders.orders");
  }
}
