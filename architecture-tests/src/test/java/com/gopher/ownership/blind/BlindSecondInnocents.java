package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.innocent;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** The innocents of the second blind set. */
final class BlindSecondInnocents implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jdbc(
            innocent("second: sentences, audit verbs and texts of exceptions"),
            "billing",
            """
            private static final String HELP = "Select orders from the list, then update customer details.";
            void audit(long id) {
              System.getLogger("audit").log(System.Logger.Level.INFO, "DELETE customer " + id);
              if (id < 0) { throw new IllegalStateException("Could not insert into orders: no id; delete from orders.orders by hand is not allowed."); }
            }
            """),
        jdbc(
            innocent("second: a helper that is handed one's own table")
                .source(
                    "com/acme/shared/Rows.java",
                    """
                    package com.acme.shared;
                    public class Rows {
                      public static Object of(org.springframework.jdbc.core.JdbcTemplate jdbc, String table) { return jdbc.queryForList("SELECT * FROM " + table); }
                    }
                    """)
                .source(
                    "com/acme/order/internal/All.java",
                    """
                    package com.acme.order.internal;
                    class All { Object all(org.springframework.jdbc.core.JdbcTemplate jdbc) { return com.acme.shared.Rows.of(jdbc, "orders.orders"); } }
                    """),
            "billing",
            """
            Object all() { return com.acme.shared.Rows.of(jdbc, "billing.invoice"); }
            """),
        innocent("second: a temporary table and a common table expression of another's name")
            .resource(
                "db/migration/billing/V2__temp.sql",
                """
                CREATE TEMPORARY TABLE order_line AS SELECT id FROM billing.invoice;
                DELETE FROM billing.invoice WHERE id IN (SELECT id FROM order_line);
                WITH customer AS (SELECT id FROM billing.invoice) UPDATE billing.invoice SET total = 0 FROM customer WHERE customer.id = invoice.id;
                DROP TABLE order_line;
                """),
        innocent("second: variables and cursors of another's name")
            .resource(
                "db/migration/billing/V2__close.sql",
                """
                CREATE FUNCTION billing.close_all() RETURNS void AS $$
                DECLARE
                  orders CURSOR FOR SELECT id FROM billing.invoice;
                  customer record;
                BEGIN
                  OPEN orders;
                  LOOP
                    FETCH orders INTO customer;
                    EXIT WHEN NOT FOUND;
                    UPDATE billing.invoice SET status = 'PAID' WHERE CURRENT OF orders;
                  END LOOP;
                  CLOSE orders;
                END $$ LANGUAGE plpgsql;
                """),
        jdbc(
            innocent("second: the pairs of an enum stay pairs"),
            "billing",
            """
            enum Target {
              OWN("billing", "invoice"), REPORT("reporting_billing", "orders");
              final String schema; final String table;
              Target(String schema, String table) { this.schema = schema; this.table = table; }
            }
            Object own() { return jdbc.queryForList("SELECT 1 FROM " + Target.OWN.schema + "." + Target.OWN.table); }
            """),
        jdbc(
            innocent("second: aliases and columns of another's name"),
            "billing",
            """
            Object a() { return jdbc.queryForList("SELECT orders.id, orders.total AS customer FROM billing.invoice orders ORDER BY orders.id"); }
            Object b() { return jdbc.queryForList("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'orders' AND table_name = 'orders'"); }
            """),
        innocent("second: a mail for FreeMarker")
            .resource(
                "com/acme/billing/mail.ftl",
                """
                Dear ${name},
                you can select items from orders, update customer data and delete from orders what you do not want.
                <#if open>Join orders on our page.</#if>
                """),
        innocent("second: beans in XML of one's own with ids of another's name")
            .resource(
                "com/acme/billing/beans.xml",
                """
                <beans xmlns="http://www.springframework.org/schema/beans">
                  <bean id="orders" class="org.springframework.batch.item.database.JdbcCursorItemReader">
                    <description>Reads what used to be select * from orders.orders</description>
                    <property name="name" value="customer"/>
                    <property name="sql" value="select id from billing.invoice where status = 'customer'"/>
                  </bean>
                </beans>
                """),
        innocent("second: a table that billing renamed")
            .resource(
                "db/migration/billing/V2__rename.sql",
                """
                ALTER TABLE billing.invoice RENAME TO bill;
                CREATE INDEX bill_order ON billing.bill (order_id);
                INSERT INTO billing.bill (id, order_id) VALUES (1, 1);
                """),
        innocent("second: a summary of an endpoint")
            .source(
                "com/acme/billing/Api.java",
                """
                package com.acme.billing;
                @interface Operation { String summary(); String description() default ""; }
                class Api {
                  @Operation(summary = "Delete from orders", description = "Select customer, insert into orders and update customer set")
                  void remove() {}
                }
                """));
  }
}
