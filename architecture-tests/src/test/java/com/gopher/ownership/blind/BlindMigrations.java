package com.gopher.ownership.blind;

import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Migrations, in SQL and in Java, and callbacks. */
final class BlindMigrations implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        violation("migration: an inline reference")
            .resource(
                "db/migration/billing/V2__payment.sql",
                """
                CREATE TABLE IF NOT EXISTS billing.payment (
                  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  order_id BIGINT NOT NULL REFERENCES Orders.Orders (id) ON DELETE CASCADE,
                  amount NUMERIC(10, 2) CHECK (amount > 0)
                );
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: a constraint added later")
            .resource(
                "db/migration/billing/V2__fk.sql",
                """
                ALTER TABLE ONLY billing.invoice
                  ADD CONSTRAINT fk_invoice_order FOREIGN KEY (order_id) REFERENCES "orders"."orders" (id) NOT VALID;
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: a repeatable view")
            .resource(
                "db/migration/billing/R__revenue.sql",
                """
                CREATE OR REPLACE VIEW billing.revenue AS
                WITH per_order AS (SELECT order_id, sum(total) AS total FROM billing.invoice GROUP BY order_id)
                SELECT o.customer_id, p.total FROM per_order p JOIN orders.orders o ON o.id = p.order_id;
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: a materialized view with an index")
            .resource(
                "db/migration/customer/V2__statistics.sql",
                """
                create materialized view customers.statistics as
                  select c.id, (select count(*) from orders.orders o where o.customer_id = c.id) as orders from customers.customer c
                  with no data;
                create unique index on customers.statistics (id);
                """)
            .certain("migration", "customer", "orders.orders"),
        violation("migration: a trigger on another module's table")
            .resource(
                "db/migration/billing/V2__trigger.sql",
                """
                CREATE FUNCTION billing.bill() RETURNS trigger AS $body$
                BEGIN
                  INSERT INTO billing.invoice (id, order_id) VALUES (NEW.id, NEW.id);
                  RETURN NEW;
                END;
                $body$ LANGUAGE plpgsql;
                CREATE TRIGGER bill_it AFTER INSERT OR UPDATE OF status ON orders.orders FOR EACH ROW EXECUTE FUNCTION billing.bill();
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: the body of a function")
            .resource(
                "db/migration/billing/V2__function.sql",
                """
                CREATE OR REPLACE FUNCTION billing.mail_of(p_id bigint) RETURNS text LANGUAGE plpgsql AS $$
                DECLARE
                  v_mail text;
                BEGIN
                  SELECT mail INTO STRICT v_mail FROM customers.customer WHERE id = p_id;
                  RETURN v_mail;
                END $$;
                """)
            .certain("migration", "billing", "customers.customer"),
        violation("migration: a block with dynamic SQL")
            .resource(
                "db/migration/billing/V2__block.sql",
                """
                DO $$
                BEGIN
                  IF EXISTS (SELECT 1 FROM billing.invoice) THEN
                    EXECUTE 'UPDATE orders.orders SET status = ''BILLED''';
                  END IF;
                END $$;
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: a grant on one's neighbour")
            .resource(
                "db/migration/billing/V2__grants.sql",
                """
                GRANT USAGE ON SCHEMA orders TO billing_app;
                GRANT SELECT, REFERENCES ON TABLE orders.orders, orders.order_line TO billing_app;
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: default privileges of a whole schema")
            .resource(
                "db/migration/billing/V2__grants.sql",
                "GRANT SELECT ON ALL TABLES IN SCHEMA customers TO billing_app;\n")
            .certain("migration", "billing", "customers"),
        violation("migration: the search path is moved")
            .resource(
                "db/migration/billing/V2__path.sql",
                """
                SET LOCAL search_path TO orders, public;
                UPDATE orders SET status = 'OPEN' WHERE status IS NULL;
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: set schema")
            .resource(
                "db/migration/order/V2__schema.sql",
                """
                SET SCHEMA customers;
                ALTER TABLE customer ADD COLUMN phone VARCHAR(30);
                """)
            .certain("migration", "order", "customers.customer"),
        violation("migration: a default from another module's sequence")
            .resource(
                "db/migration/billing/V2__number.sql",
                "ALTER TABLE billing.invoice ALTER COLUMN id SET DEFAULT nextval('orders.order_seq'::regclass);\n")
            .certain("migration", "billing", "orders.order_seq"),
        violation("migration: a table like another module's")
            .resource(
                "db/migration/billing/V2__copy.sql",
                "CREATE TABLE billing.order_copy (LIKE orders.orders INCLUDING DEFAULTS INCLUDING INDEXES);\n")
            .certain("migration", "billing", "orders.orders"),
        violation("migration: inheritance of a table")
            .resource(
                "db/migration/billing/V2__child.sql",
                "CREATE TABLE billing.vip (discount INT) INHERITS (customers.customer);\n")
            .certain("migration", "billing", "customers.customer"),
        violation("migration: a column and an index for the neighbour")
            .resource(
                "db/migration/billing/V2__alter.sql",
                """
                ALTER TABLE IF EXISTS orders.orders ADD COLUMN IF NOT EXISTS billed boolean;
                CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_billed ON orders.orders USING btree (billed);
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: a synonym and a linked table")
            .resource(
                "db/migration/billing/V2__synonym.sql",
                """
                CREATE SYNONYM billing.client FOR customers.customer;
                CREATE LINKED TABLE billing.line ('org.h2.Driver', 'jdbc:h2:mem:shop', 'sa', '', 'orders.order_line');
                """)
            .certain("migration", "billing", "customers.customer")
            .certain("migration", "billing", "orders.order_line"),
        violation("migration: a row policy on another module's table")
            .resource(
                "db/migration/billing/V2__policy.sql",
                "CREATE POLICY billing_reads ON orders.orders FOR SELECT TO billing_app USING (status <> 'DRAFT');\n")
            .certain("migration", "billing", "orders.orders"),
        violation("migration: a callback")
            .resource(
                "db/migration/billing/afterMigrate__refresh.sql",
                "DELETE FROM customers.customer WHERE mail LIKE '%@test.example';\n")
            .certain("migration", "billing", "customers.customer"),
        violation("migration: a placeholder for the schema")
            .resource("application.properties", "spring.flyway.placeholders.shop=orders\n")
            .resource(
                "db/migration/billing/V2__placeholder.sql",
                "INSERT INTO billing.invoice (id, order_id) SELECT id, id FROM ${shop}.orders;\n")
            .possible("migration", "billing", "orders.orders"),
        violation("migration: in Java with a single connection")
            .source(
                "db/migration/billing/V3__Backfill.java",
                """
                package db.migration.billing;
                import org.flywaydb.core.api.migration.*;
                import org.springframework.jdbc.core.JdbcTemplate;
                import org.springframework.jdbc.datasource.SingleConnectionDataSource;
                public class V3__Backfill extends BaseJavaMigration {
                  @Override public void migrate(Context context) {
                    new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true))
                        .update("insert into billing.invoice (id, order_id) select nextval('billing.seq'), id from orders.orders");
                  }
                }
                """)
            .certain("migration", "billing", "orders.orders"),
        violation("migration: in Java inside the module")
            .source(
                "com/acme/customer/migrations/R__Mail.java",
                """
                package com.acme.customer.migrations;
                import org.flywaydb.core.api.migration.*;
                import java.sql.Statement;
                public class R__Mail extends BaseJavaMigration {
                  @Override public void migrate(Context context) throws Exception {
                    try (Statement update = context.getConnection().createStatement()) {
                      update.addBatch("update customers.customer set mail = lower(mail)");
                      update.addBatch("update orders.orders set status = 'CHECK' where customer_id in (select id from customers.customer where mail is null)");
                      update.executeBatch();
                    }
                  }
                }
                """)
            .certain("migration", "customer", "orders.orders"),
        violation("migration: a callback in Java")
            .source(
                "com/acme/billing/RefreshCallback.java",
                """
                package com.acme.billing;
                import org.flywaydb.core.api.callback.*;
                public class RefreshCallback implements Callback {
                  @Override public boolean supports(Event event, Context context) { return event == Event.AFTER_MIGRATE; }
                  @Override public boolean canHandleInTransaction(Event event, Context context) { return true; }
                  @Override public String getCallbackName() { return "refresh"; }
                  @Override public void handle(Event event, Context context) {
                    try (var statement = context.getConnection().createStatement()) {
                      statement.execute("ANALYZE orders.orders");
                    } catch (java.sql.SQLException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                }
                """)
            .certain("migration", "billing", "orders.orders"));
  }
}
