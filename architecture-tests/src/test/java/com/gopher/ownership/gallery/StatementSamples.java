package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** Statements of many dialects: what in them is a table of another, and what is none. */
final class StatementSamples implements Samples {

  @Override
  public List<Sample> all() {
    return Stream.of(temporary(), renamed(), dialects(), procedural(), frameworks(), sentences())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> temporary() {
    return List.of(
        script(
            Sample.innocent("a temporary table with another's name, for the rest of a script"),
            "CREATE TEMPORARY TABLE orders (id BIGINT);\n"
                + "INSERT INTO orders SELECT id FROM billing.invoice;\n"
                + "UPDATE billing.invoice SET status = 'X' WHERE id IN (SELECT id FROM orders);\n"
                + "DROP TABLE orders;\n"),
        script(
            Sample.innocent("a temporary table of SQL Server and one of another kind"),
            "SELECT id INTO #orders FROM billing.invoice;\n"
                + "DELETE FROM #orders;\n"
                + "DECLARE GLOBAL TEMPORARY TABLE session.orders (id BIGINT);\n"
                + "INSERT INTO session.orders SELECT id FROM billing.invoice;\n"),
        probe(
            Sample.innocent("a temporary table with another's name, for the rest of a class"),
            "void make() { jdbc.execute(\"CREATE TEMP TABLE order_line (id BIGINT)\"); } void"
                + " fill() { jdbc.execute(\"INSERT INTO order_line SELECT id FROM"
                + " billing.invoice\"); }"),
        script(
            Sample.violation("another's table, copied into a temporary one")
                .certain("migration", "billing", "orders.orders"),
            "CREATE TEMPORARY TABLE hold AS SELECT id FROM orders.orders;\n"
                + "SELECT id FROM hold;\n"));
  }

  private static List<Sample> renamed() {
    return List.of(
        Sample.violation("a table that its owner has renamed")
            .resource(
                "db/migration/order/V2__rename.sql",
                "ALTER TABLE orders.order_line RENAME TO order_position;\n")
            .source(PROBE, query("SELECT title FROM order_position WHERE order_id = 1"))
            .certain("sql", "billing", "orders.order_position"),
        Sample.violation("a table that its owner has renamed, as MySQL says it")
            .resource(
                "db/migration/order/V2__rename.sql", "RENAME TABLE order_line TO order_position;\n")
            .source(PROBE, query("SELECT title FROM order_position WHERE order_id = 1"))
            .certain("sql", "billing", "orders.order_position"),
        Sample.violation("a table that its owner has renamed, as SQL Server says it")
            .resource(
                "db/migration/order/V2__rename.sql",
                "EXEC sp_rename 'orders.order_line', 'order_position';\n")
            .source(PROBE, query("SELECT title FROM order_position WHERE order_id = 1"))
            .certain("sql", "billing", "orders.order_position"));
  }

  private static List<Sample> dialects() {
    return List.of(
        script(
            Sample.violation("statements that GO separates")
                .certain("migration", "billing", "orders.orders"),
            "UPDATE billing.invoice SET status = 'X'\nGO\nDELETE FROM orders.orders\nGO\n"),
        script(
            Sample.violation("statements that a slash separates")
                .certain("migration", "billing", "orders.orders"),
            "CREATE TABLE billing.hold (id NUMBER)\n/\nDELETE FROM orders.orders\n/\n"),
        script(
            Sample.innocent("a delimiter of MySQL around one's own procedure"),
            "DELIMITER $$\n"
                + "CREATE PROCEDURE billing.close_all()\n"
                + "BEGIN\n"
                + "  DECLARE orders INT;\n"
                + "  SELECT count(*) INTO orders FROM billing.invoice;\n"
                + "END$$\n"
                + "DELIMITER ;\n"),
        script(
            Sample.violation("a statement after a delimiter of MySQL")
                .certain("migration", "billing", "orders.orders"),
            "DELIMITER //\n"
                + "CREATE PROCEDURE billing.close_all()\n"
                + "BEGIN\n"
                + "  DELETE FROM orders.orders;\n"
                + "END//\n"
                + "DELIMITER ;\n"),
        script(
            Sample.violation("a query that is copied out")
                .certain("migration", "billing", "orders.orders"),
            "COPY (SELECT id FROM orders.orders) TO '/dev/null';\n"),
        script(
            Sample.violation("a table with its storage read anew")
                .certain("migration", "billing", "orders.orders"),
            "VACUUM (FULL, ANALYZE) orders.orders;\n"),
        script(
            Sample.innocent("utilities on one's own tables"),
            "VACUUM (ANALYZE, VERBOSE) billing.invoice;\n"
                + "ANALYZE billing.invoice (status);\n"
                + "COPY billing.invoice (id, status) FROM STDIN WITH (FORMAT csv);\n"
                + "LOCK TABLE billing.invoice IN SHARE MODE;\n"
                + "REINDEX TABLE billing.invoice;\n"));
  }

  private static List<Sample> procedural() {
    return List.of(
        script(
            Sample.violation("a variable of the type of another's column")
                .certain("migration", "billing", "customers.customer"),
            "CREATE FUNCTION billing.f() RETURNS void AS $$ DECLARE m"
                + " customers.customer.mail%TYPE; BEGIN NULL; END $$ LANGUAGE plpgsql;\n"),
        script(
            Sample.violation("a variable of the type of another's row")
                .certain("migration", "billing", "orders.orders"),
            "CREATE FUNCTION billing.f() RETURNS void AS $$ DECLARE o orders%ROWTYPE; BEGIN NULL;"
                + " END $$ LANGUAGE plpgsql;\n"),
        script(
            Sample.innocent("variables of the types of one's own columns and of other variables"),
            "CREATE FUNCTION billing.f() RETURNS void AS $$ DECLARE customer"
                + " billing.invoice.total%TYPE; again customer%TYPE; row billing.invoice%ROWTYPE;"
                + " BEGIN NULL; END $$ LANGUAGE plpgsql;\n"),
        script(
            Sample.innocent("variables, cursors and types of a routine with another's names"),
            "CREATE FUNCTION billing.f() RETURNS INT AS $$ DECLARE orders CURSOR FOR SELECT id FROM"
                + " billing.invoice; customer billing.invoice%ROWTYPE; BEGIN OPEN orders; FETCH"
                + " orders INTO customer; FETCH NEXT FROM orders INTO customer; CLOSE orders;"
                + " RETURN 1; END $$ LANGUAGE plpgsql;\n"),
        script(
            Sample.violation("a statement that format makes")
                .certain("migration", "billing", "orders.orders"),
            "DO $$ BEGIN EXECUTE format('DELETE FROM %I.%I', 'orders', 'orders'); END $$;\n"),
        script(
            Sample.violation("a statement that format makes of a whole name")
                .certain("migration", "billing", "orders.orders"),
            "DO $$ BEGIN EXECUTE format('DELETE FROM orders.%I WHERE id = %L', 'orders', 1); END"
                + " $$;\n"),
        script(
            Sample.innocent("a statement that format makes for one's own"),
            "DO $$ BEGIN EXECUTE format('DELETE FROM %I.%I', 'billing', 'invoice'); END $$;\n"));
  }

  private static List<Sample> frameworks() {
    return List.of(
        Sample.innocent("tables of frameworks that two modules name")
            .source(
                PROBE,
                query(
                    "SELECT 1 FROM qrtz_triggers t, batch_job_instance b, shedlock s,"
                        + " spring_session x, int_message m WHERE 1 = 1"))
            .source(
                "com/acme/order/Also.java",
                "package com.acme.order; class Also { org.springframework.jdbc.core.JdbcTemplate"
                    + " jdbc; void go() { jdbc.update(\"DELETE FROM event_publication WHERE 1 ="
                    + " 1\"); jdbc.update(\"DELETE FROM qrtz_triggers WHERE 1 = 1\");"
                    + " jdbc.update(\"DELETE FROM shedlock WHERE 1 = 1\"); jdbc.update(\"DELETE"
                    + " FROM batch_job_instance WHERE 1 = 1\"); } }"));
  }

  private static List<Sample> sentences() {
    return List.of(
        silent(
            "an audit's verb",
            "String go() { return \"update order_line for customer 5, then delete from customer\";"
                + " }"),
        silent(
            "a help text",
            "String go() { return \"Use 'delete from customer' to remove entries from orders.\";"
                + " }"),
        silent("a title", "String go() { return \"Select customer from orders (optional)\"; }"),
        silent("an event's description", "String go() { return \"Update orders, customer\"; }"),
        silent(
            "a message with a value",
            "String go(int n) { return \"Removed \" + n + \" rows from orders; join customer"
                + " support\"; }"),
        Sample.innocent("a comment in an annotation")
            .source(
                PROBE,
                "package com.acme.billing; class Probe { @interface Audit { String value(); }"
                    + " @Audit(\"insert into orders, delete from customer; update order_line\")"
                    + " void go() {} }"));
  }

  private static Sample silent(String name, String members) {
    return Sample.innocent(name).source(PROBE, inBilling(members));
  }

  private static Sample script(Sample sample, String text) {
    return sample.resource("db/migration/billing/V2__statement.sql", text);
  }

  private static Sample probe(Sample sample, String members) {
    return sample.source(PROBE, inBilling(members));
  }

  private static String query(String sql) {
    return inBilling("void go() { jdbc.queryForList(\"" + sql + "\"); }");
  }
}
