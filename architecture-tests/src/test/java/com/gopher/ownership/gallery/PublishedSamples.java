package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Kinds of text that published applications have, written anew for the ground. */
final class PublishedSamples implements Samples {

  private static final String SCRIPTS = "com/acme/billing/store/";
  private static final String TABLES =
      "CREATE TABLE orders.orders (id BIGINT);\nCREATE TABLE customers.customer (id BIGINT);\n";
  private static final String SHELF =
      """
      package com.acme.order.internal;
      import jakarta.persistence.*;
      @Entity @Table(name = "shelf") public class Shelf { @Id Long id; }
      """;

  @Override
  public List<Sample> all() {
    return List.of(
        Sample.innocent("beside a folder with all migrations another one with one module's")
            .source("com/acme/order/internal/Shelf.java", SHELF)
            .resource(SCRIPTS + "all/V1__all.sql", TABLES)
            .resource(SCRIPTS + "later/V2__shelf.sql", "CREATE TABLE shelf (id BIGINT);\n"),
        Sample.innocent("a migration in Java where the migrations of all modules are")
            .resource(SCRIPTS + "all/V1__all.sql", TABLES)
            .source(SCRIPTS + "V3__Widen.java", migration("ALTER TABLE orders.orders ADD x INT")),
        Sample.violation("such a migration with a foreign key between two owners")
            .resource(SCRIPTS + "all/V1__all.sql", TABLES)
            .source(
                SCRIPTS + "V3__Widen.java",
                migration(
                    "ALTER TABLE customers.customer ADD FOREIGN KEY (id) REFERENCES orders.orders (id)"))
            .certain("migration", "customer", "orders.orders"),
        Sample.violation("the same migration where a module keeps its own")
            .source(SCRIPTS + "V3__Widen.java", migration("ALTER TABLE orders.orders ADD x INT"))
            .certain("migration", "billing", "orders.orders"),
        Sample.innocent("a column that gets another name is no table")
            .resource(
                "db/migration/order/V2__names.sql",
                "ALTER TABLE orders.orders ALTER COLUMN status RENAME TO state;\n")
            .source(PROBE, inBilling("void go() { jdbc.queryForList(\"SELECT id FROM state\"); }")),
        Sample.violation("a table that gets another name stays its owner's")
            .resource(
                "db/migration/order/V2__names.sql",
                "ALTER TABLE orders.order_line RENAME TO entry;\n")
            .source(PROBE, inBilling("void go() { jdbc.queryForList(\"SELECT id FROM entry\"); }"))
            .certain("sql", "billing", "orders.entry"),
        Sample.innocent("a table of the module's own behind a prefix that is set later")
            .resource("com/acme/billing/Rows.xml", mapper("${prefix}invoice"))
            .resource("com/acme/billing/More.xml", mapper("${prefix}known_to_one")),
        Sample.innocent("what is set later and stands before a name is no name")
            .resource("com/acme/billing/Rows.xml", mapper("( ${before} select id from invoice )"))
            .resource("com/acme/billing/More.xml", mapper("${limit} ${prefix}invoice")),
        Sample.innocent("what a database says of itself")
            .source(PROBE, asked("sysindexes", "user_tables", "all_ind_columns"))
            .source(
                "com/acme/order/Probe.java",
                asked("sysindexes", "user_tables", "all_ind_columns")
                    .replace("com.acme.billing", "com.acme.order")),
        Sample.innocent("a script of the application about tables that are no module's")
            .resource(
                "db/all/schema.sql",
                "CREATE TABLE link (id BIGINT, FOREIGN KEY (id) REFERENCES orders.orders (id));\nALTER TABLE billing.invoice ADD FOREIGN KEY (id) REFERENCES link (id);\n"),
        Sample.violation("another's table behind a prefix that is set later")
            .resource("com/acme/billing/Rows.xml", mapper("${prefix}order_line"))
            .possible("sql", "billing", "orders.order_line"));
  }

  private static String asked(String... tables) {
    return inBilling(
        Arrays.stream(tables)
            .map(
                table ->
                    "void %s() { jdbc.queryForList(\"SELECT name FROM %s WHERE id = 1\"); }"
                        .formatted(table, table))
            .collect(Collectors.joining("\n")));
  }

  private static String migration(String statement) {
    return """
        package com.acme.billing.store;
        public class V3__Widen extends org.flywaydb.core.api.migration.BaseJavaMigration {
          public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
            context.getConnection().createStatement().execute("%s");
          }
        }
        """
        .formatted(statement);
  }

  private static String mapper(String table) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
        <mapper namespace="com.acme.billing.Rows">
          <select id="all" resultType="long">select id from %s where id = 1</select>
        </mapper>
        """
        .formatted(table);
  }
}
