package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** SQL that stands in one piece in a method that hands it to JDBC or Spring JDBC. */
final class BlindJdbc implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jdbc(
                violation("jdbc: a prepared statement joins the orders"),
                "customer",
                """
                int ordersOf(long id) throws SQLException {
                  try (Connection c = dataSource.getConnection();
                      PreparedStatement s = c.prepareStatement("select count(*) from customers.customer c inner join orders.orders o on o.customer_id = c.id where c.id = ?")) {
                    s.setLong(1, id);
                    try (ResultSet r = s.executeQuery()) { return r.next() ? r.getInt(1) : 0; }
                  }
                }
                """)
            .certain("sql", "customer", "orders.orders"),
        jdbc(
                violation("jdbc: a callable statement with the escape syntax"),
                "billing",
                """
                long number() throws SQLException {
                  try (Connection c = dataSource.getConnection();
                      CallableStatement s = c.prepareCall("{? = call orders.next_number()}")) {
                    s.registerOutParameter(1, Types.BIGINT);
                    s.execute();
                    return s.getLong(1);
                  }
                }
                """)
            .certain("sql", "billing", "orders.next_number"),
        jdbc(
                violation("jdbc client: an update of another module's status"),
                "order",
                """
                void paid(long id) {
                  client.sql(\"""
                      -- keep the invoice in step
                      UPDATE billing.invoice
                         SET status = 'PAID'
                       WHERE order_id = :id
                      \""").param("id", id).update();
                }
                """)
            .certain("sql", "order", "billing.invoice"),
        jdbc(
                violation("named parameters: a batch update"),
                "order",
                """
                void rename(List<Map<String, Object>> rows) {
                  SqlParameterSource[] all = SqlParameterSourceUtils.createBatch(rows);
                  named.batchUpdate("update customers.customer set name = :name where id = :id", all);
                }
                """)
            .certain("sql", "order", "customers.customer"),
        jdbc(
                violation("simple insert: schema and table by name"),
                "order",
                """
                void bill(long id) {
                  new SimpleJdbcInsert(jdbc).withSchemaName("billing").withTableName("invoice")
                      .usingColumns("id", "order_id").execute(Map.of("id", id, "order_id", id));
                }
                """)
            .certain("sql", "order", "billing.invoice"),
        jdbc(
                violation("simple call: schema and function by name"),
                "customer",
                """
                Long next() {
                  return new SimpleJdbcCall(dataSource).withSchemaName("orders").withFunctionName("next_number")
                      .executeFunction(Long.class);
                }
                """)
            .certain("sql", "customer", "orders.next_number"),
        jdbc(
                violation("batch: only the second of three statements crosses"),
                "billing",
                """
                void clean() {
                  jdbc.batchUpdate(
                      "delete from billing.invoice where status = 'VOID'",
                      "delete from customers.customer where id not in (select order_id from billing.invoice)",
                      "update billing.invoice set status = 'OPEN' where status is null");
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("delete using another module's table"),
                "billing",
                """
                int drop() {
                  return jdbc.update("DELETE FROM billing.invoice i USING orders.orders o WHERE o.id = i.order_id AND o.status = 'GONE'");
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a table lock"),
                "billing",
                """
                void lock() throws SQLException {
                  try (Connection c = dataSource.getConnection(); Statement s = c.createStatement()) {
                    s.execute("LOCK TABLE orders.orders IN SHARE ROW EXCLUSIVE MODE");
                  }
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("truncate of two tables, one of another module"),
                "customer",
                """
                void reset() { jdbc.execute("truncate table customers.customer, orders.order_line restart identity cascade"); }
                """)
            .certain("sql", "customer", "orders.order_line"),
        jdbc(
                violation("a temporary copy with create table as"),
                "billing",
                """
                void copy() { jdbc.execute("create temporary table tmp_customers as select id, mail from customers.customer"); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("merge into another module's table"),
                "order",
                """
                void sync(long id, String name) {
                  jdbc.update(\"""
                      MERGE INTO customers.customer AS t
                      USING (VALUES (?, ?)) AS s (id, name) ON t.id = s.id
                      WHEN MATCHED THEN UPDATE SET name = s.name
                      WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, s.name)
                      \""", id, name);
                }
                """)
            .certain("sql", "order", "customers.customer"),
        jdbc(
                violation("insert from a select"),
                "billing",
                """
                void create() {
                  jdbc.update("insert into billing.invoice (id, order_id, total) select o.id, o.id, 0 from orders.orders o where not exists (select 1 from billing.invoice i where i.order_id = o.id)");
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a data-modifying CTE"),
                "billing",
                """
                void move() {
                  jdbc.update(\"""
                      WITH gone AS (
                        DELETE FROM orders.orders WHERE status = 'OLD' RETURNING id
                      )
                      UPDATE billing.invoice SET status = 'ARCHIVED' WHERE order_id IN (SELECT id FROM gone)
                      \""");
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("the second half of a union"),
                "billing",
                """
                List<Long> ids() {
                  return jdbc.queryForList("select id from billing.invoice union all (select id from customers.customer) order by 1", Long.class);
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("a subselect in ORDER BY"),
                "order",
                """
                List<Long> byName() {
                  return jdbc.queryForList("SELECT o.id FROM orders.orders o ORDER BY (SELECT c.name FROM customers.customer c WHERE c.id = o.customer_id)", Long.class);
                }
                """)
            .certain("sql", "order", "customers.customer"),
        jdbc(
                violation("a subselect in the select list"),
                "customer",
                """
                List<Map<String, Object>> list() {
                  return jdbc.queryForList("SELECT c.id, (SELECT max(o.id) FROM orders.orders o WHERE o.customer_id = c.id) AS latest FROM customers.customer c");
                }
                """)
            .certain("sql", "customer", "orders.orders"),
        jdbc(
                violation("quoted names"),
                "billing",
                """
                Integer count() {
                  return jdbc.queryForObject("SELECT count(*) FROM \\"orders\\".\\"order_line\\" AS \\"l\\"", Integer.class);
                }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("mixed case with line breaks and a comment between the names"),
                "billing",
                """
                Integer count() {
                  return jdbc.queryForObject("sElEcT COUNT(1)\\n\\tFrOm /* the big one */ Orders . ORDERS oRd", Integer.class);
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a name without schema that only one module has"),
                "billing",
                """
                List<String> titles() { return jdbc.queryForList("select title from order_line where order_id = ?", String.class, 1L); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("a sequence of another module"),
                "billing",
                """
                Long next() { return client.sql("select nextval('orders.order_seq')").query(Long.class).single(); }
                """)
            .certain("sql", "billing", "orders.order_seq"),
        jdbc(
                violation("a lambda in a lambda"),
                "billing",
                """
                Integer open() {
                  return jdbc.execute((Connection c) -> {
                    Callback callback = () -> {
                      try (ResultSet r = c.createStatement().executeQuery("select count(*) from orders.orders where status = 'OPEN'")) {
                        return r.next() ? r.getInt(1) : 0;
                      }
                    };
                    return callback.run();
                  });
                }
                interface Callback { int run() throws SQLException; }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a lateral join"),
                "customer",
                """
                List<Map<String, Object>> latest() {
                  return named.queryForList(\"""
                      select c.name, l.status
                      from customers.customer c
                      left join lateral (
                        select status from orders.orders where customer_id = c.id order by id desc fetch first 1 row only
                      ) l on true
                      \""", Map.of());
                }
                """)
            .certain("sql", "customer", "orders.orders"),
        jdbc(
                violation("an upsert whose value comes from elsewhere"),
                "billing",
                """
                void save(long id) {
                  jdbc.update("insert into billing.invoice (id, status) values (?, 'NEW') on conflict (id) do update set status = (select status from orders.orders where id = excluded.id)", id);
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("the schema of a connection is switched"),
                "billing",
                """
                List<Long> ids() throws SQLException {
                  List<Long> ids = new ArrayList<>();
                  try (Connection c = dataSource.getConnection()) {
                    c.setSchema("orders");
                    try (ResultSet r = c.createStatement().executeQuery("SELECT id FROM orders")) {
                      while (r.next()) ids.add(r.getLong(1));
                    }
                  }
                  return ids;
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("a mapping query object")
            .source(
                "com/acme/billing/OpenOrders.java",
                """
                package com.acme.billing;
                import java.sql.*;
                import javax.sql.DataSource;
                import org.springframework.jdbc.object.MappingSqlQuery;
                class OpenOrders extends MappingSqlQuery<Long> {
                  OpenOrders(DataSource dataSource) {
                    super(dataSource, "select id from orders.orders where status = 'OPEN'");
                    compile();
                  }
                  @Override protected Long mapRow(ResultSet row, int number) throws SQLException { return row.getLong("id"); }
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("a copy command of the driver")
            .source(
                "org/postgresql/copy/CopyManager.java",
                """
                package org.postgresql.copy;
                public class CopyManager {
                  public CopyManager(java.sql.Connection connection) {}
                  public long copyOut(String sql, java.io.Writer to) { return 0; }
                }
                """)
            .source(
                "com/acme/order/Export.java",
                """
                package com.acme.order;
                import java.io.*;
                import java.sql.Connection;
                import org.postgresql.copy.CopyManager;
                class Export {
                  long write(Connection connection, Writer to) {
                    return new CopyManager(connection).copyOut("COPY customers.customer (id, mail) TO STDOUT WITH (FORMAT csv)", to);
                  }
                }
                """)
            .certain("sql", "order", "customers.customer"),
        violation("a reactive client")
            .source(
                "org/springframework/r2dbc/core/DatabaseClient.java",
                """
                package org.springframework.r2dbc.core;
                public interface DatabaseClient {
                  Spec sql(String sql);
                  interface Spec { Spec bind(String name, Object value); Object then(); }
                }
                """)
            .source(
                "com/acme/customer/Reactive.java",
                """
                package com.acme.customer;
                import org.springframework.r2dbc.core.DatabaseClient;
                class Reactive {
                  private final DatabaseClient client;
                  Reactive(DatabaseClient client) { this.client = client; }
                  Object forget(long id) { return client.sql("UPDATE orders.orders SET customer_id = NULL WHERE customer_id = :id").bind("id", id).then(); }
                }
                """)
            .certain("sql", "customer", "orders.orders"),
        violation("a batch reader")
            .source(
                "org/springframework/batch/item/database/JdbcCursorItemReader.java",
                """
                package org.springframework.batch.item.database;
                public class JdbcCursorItemReader<T> { public void setSql(String sql) {} public void setDataSource(javax.sql.DataSource d) {} }
                """)
            .source(
                "com/acme/billing/Job.java",
                """
                package com.acme.billing;
                import org.springframework.batch.item.database.JdbcCursorItemReader;
                import org.springframework.context.annotation.*;
                @Configuration
                class Job {
                  @Bean JdbcCursorItemReader<Long> reader(javax.sql.DataSource dataSource) {
                    var reader = new JdbcCursorItemReader<Long>();
                    reader.setDataSource(dataSource);
                    reader.setSql("SELECT o.id FROM orders.orders o WHERE o.status = 'SHIPPED' ORDER BY o.id");
                    return reader;
                  }
                }
                """)
            .certain("sql", "billing", "orders.orders"));
  }
}
