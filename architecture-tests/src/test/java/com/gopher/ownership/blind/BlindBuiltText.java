package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** SQL that is put together, kept somewhere else, or handed on before it reaches the database. */
final class BlindBuiltText implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jdbc(
                violation("format: schema and table as arguments"),
                "billing",
                """
                Integer count() { return jdbc.queryForObject(String.format("SELECT COUNT(*) FROM %s.%s WHERE status = '%s'", "orders", "orders", "OPEN"), Integer.class); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a string builder with a condition"),
                "billing",
                """
                List<Long> find(String status) {
                  StringBuilder sql = new StringBuilder("SELECT o.id ");
                  sql.append("FROM ").append("orders.orders").append(" o");
                  List<Object> arguments = new ArrayList<>();
                  if (status != null) {
                    sql.append(" WHERE o.status = ?");
                    arguments.add(status);
                  }
                  sql.append(" ORDER BY o.id");
                  return jdbc.queryForList(sql.toString(), Long.class, arguments.toArray());
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a string builder that is passed around"),
                "billing",
                """
                List<Long> find() {
                  StringBuilder sql = new StringBuilder();
                  sql.append("SELECT c.id");
                  from(sql);
                  return jdbc.queryForList(sql.toString(), Long.class);
                }
                private void from(StringBuilder sql) { sql.append(" FROM customers.customer c "); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("concat"),
                "customer",
                """
                int clean(long id) { return jdbc.update("delete from ".concat("orders").concat(".").concat("order_line").concat(" where order_id = ?"), id); }
                """)
            .certain("sql", "customer", "orders.order_line"),
        jdbc(
                violation("join of the lines"),
                "billing",
                """
                List<Long> ids() { return jdbc.queryForList(String.join("\\n", "SELECT id", "FROM customers.customer", "WHERE mail IS NOT NULL"), Long.class); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("joining collector over a list of clauses"),
                "billing",
                """
                List<Long> ids() {
                  String sql = Stream.of("SELECT id", "FROM orders.orders", "WHERE customer_id = 7").collect(Collectors.joining(" "));
                  return jdbc.queryForList(sql, Long.class);
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("replace of a placeholder"),
                "billing",
                """
                private static final String TEMPLATE = "SELECT COUNT(*) FROM {schema}.customer";
                Integer count() { return jdbc.queryForObject(TEMPLATE.replace("{schema}", "customers"), Integer.class); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("message format"),
                "billing",
                """
                Integer count() { return jdbc.queryForObject(java.text.MessageFormat.format("SELECT COUNT(*) FROM {0} WHERE id > {1}", "orders.orders", "0"), Integer.class); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("the schema in a constant of its own"),
                "billing",
                """
                private static final String SCHEMA = "orders";
                private static final String TABLE = SCHEMA + ".order_line";
                Integer count(long id) { return jdbc.queryForObject("SELECT COUNT(*) FROM " + TABLE + " WHERE order_id = " + id, Integer.class); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        jdbc(
                violation("a constant of another class")
                    .source(
                        "com/acme/billing/Queries.java",
                        """
                        package com.acme.billing;
                        final class Queries {
                          static final String BY_MAIL = "SELECT id FROM customers.customer WHERE mail = ?";
                          private Queries() {}
                        }
                        """),
                "billing",
                """
                List<Long> ids(String mail) { return jdbc.queryForList(Queries.BY_MAIL, Long.class, mail); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("a table name offered by the other module's interface")
                    .source(
                        "com/acme/order/OrderTables.java",
                        """
                        package com.acme.order;
                        public interface OrderTables { String ORDERS = "orders.orders"; }
                        """),
                "billing",
                """
                Integer count() { return jdbc.queryForObject("SELECT COUNT(*) FROM " + com.acme.order.OrderTables.ORDERS, Integer.class); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("an enum of statements"),
                "order",
                """
                enum Statement {
                  OWN("SELECT COUNT(*) FROM orders.orders"), OTHER("SELECT COUNT(*) FROM billing.invoice");
                  private final String sql;
                  Statement(String sql) { this.sql = sql; }
                }
                Integer count(Statement statement) { return jdbc.queryForObject(statement.sql, Integer.class); }
                """)
            .certain("sql", "order", "billing.invoice"),
        jdbc(
                violation("a map of statements"),
                "order",
                """
                private static final Map<String, String> SQL = Map.of("own", "select count(*) from orders.orders", "names", "select name from customers.customer where id = :id");
                String name(long id) { return named.queryForObject(SQL.get("names"), Map.of("id", id), String.class); }
                """)
            .certain("sql", "order", "customers.customer"),
        jdbc(
                violation("a loop over table names"),
                "billing",
                """
                private static final List<String> TABLES = List.of("billing.invoice", "orders.order_line", "orders.orders");
                void clear() { for (String table : TABLES) { jdbc.execute("TRUNCATE TABLE " + table); } }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a supplier lambda in a field"),
                "billing",
                """
                private final Supplier<String> sql = () -> "select name from customers.customer where id = ?";
                String name(long id) { return jdbc.queryForObject(sql.get(), String.class, id); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("a record that carries the statement"),
                "billing",
                """
                record Query(String text, Object... arguments) {}
                private Query byStatus(String status) { return new Query("SELECT id FROM orders.orders WHERE status = ?", status); }
                List<Long> run(String status) { Query query = byStatus(status); return jdbc.queryForList(query.text(), Long.class, query.arguments()); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a switch expression picks the table"),
                "billing",
                """
                Integer count(String kind) {
                  String table = switch (kind) {
                    case "invoice" -> "billing.invoice";
                    case "customer" -> "customers.customer";
                    default -> throw new IllegalArgumentException(kind);
                  };
                  return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("a conditional in the middle of a concatenation"),
                "billing",
                """
                Integer count(boolean lines) { return jdbc.queryForObject("SELECT COUNT(*) FROM " + (lines ? "orders.order_line" : "billing.invoice") + " x", Integer.class); }
                """)
            .certain("sql", "billing", "orders.order_line"),
        violation("a base class asks its subclass for the table")
            .source(
                "com/acme/billing/Counter.java",
                """
                package com.acme.billing;
                import org.springframework.jdbc.core.JdbcTemplate;
                abstract class Counter {
                  private final JdbcTemplate jdbc;
                  Counter(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                  abstract String table();
                  Integer count() { return jdbc.queryForObject("SELECT COUNT(*) FROM " + table(), Integer.class); }
                }
                """)
            .source(
                "com/acme/billing/OrderCounter.java",
                """
                package com.acme.billing;
                class OrderCounter extends Counter {
                  OrderCounter(org.springframework.jdbc.core.JdbcTemplate jdbc) { super(jdbc); }
                  @Override String table() { return "orders.orders"; }
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("a generic base class gets the table in its constructor")
            .source(
                "com/acme/billing/Dao.java",
                """
                package com.acme.billing;
                import org.springframework.jdbc.core.*;
                class Dao<T> {
                  private final JdbcTemplate jdbc;
                  private final String table;
                  private final RowMapper<T> mapper;
                  Dao(JdbcTemplate jdbc, String table, RowMapper<T> mapper) { this.jdbc = jdbc; this.table = table; this.mapper = mapper; }
                  T byId(long id) { return jdbc.queryForObject("select * from " + table + " where id = ?", mapper, id); }
                }
                """)
            .source(
                "com/acme/billing/NameDao.java",
                """
                package com.acme.billing;
                class NameDao extends Dao<String> {
                  NameDao(org.springframework.jdbc.core.JdbcTemplate jdbc) { super(jdbc, "customers.customer", (row, number) -> row.getString("name")); }
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("a static initialiser"),
                "billing",
                """
                private static final String SQL;
                static {
                  String from = " FROM orders.orders";
                  SQL = "SELECT status" + from + " WHERE id = ?";
                }
                String status(long id) { return jdbc.queryForObject(SQL, String.class, id); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a text block with comments and formatted"),
                "billing",
                """
                Integer count() {
                  return client.sql(\"""
                      /* all of them: billing.invoice is not enough */
                      SELECT COUNT(*) -- cheap
                      FROM %s.orders -- that table
                      \""".formatted("orders")).query(Integer.class).single();
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a helper that takes the table name"),
                "billing",
                """
                private long count(String table) { return jdbc.queryForObject("select count(*) from " + table, Long.class); }
                long all() { return count("billing.invoice") + count("orders.orders"); }
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("a helper of another class that takes the statement")
                    .source(
                        "com/acme/billing/Database.java",
                        """
                        package com.acme.billing;
                        import java.util.*;
                        import org.springframework.jdbc.core.JdbcTemplate;
                        class Database {
                          private final JdbcTemplate jdbc;
                          Database(JdbcTemplate jdbc) { this.jdbc = jdbc; }
                          List<Map<String, Object>> rows(String query, Object... arguments) { return jdbc.queryForList(query, arguments); }
                        }
                        """),
                "billing",
                """
                List<Map<String, Object>> mails() { return new Database(jdbc).rows("select mail from customers.customer"); }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("an anonymous statement creator"),
                "customer",
                """
                int touch(long id) {
                  return jdbc.update(new PreparedStatementCreator() {
                    @Override public PreparedStatement createPreparedStatement(Connection c) throws SQLException {
                      PreparedStatement s = c.prepareStatement("update orders.orders set status = 'HOLD' where customer_id = ?");
                      s.setLong(1, id);
                      return s;
                    }
                  });
                }
                """)
            .certain("sql", "customer", "orders.orders"));
  }
}
