package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** Code that all modules share and that is handed its texts: who supplies one, owns it. */
final class SuppliedTextSamples implements Samples {

  private static final String BASE = "com/acme/common/BaseDao.java";
  private static final String OWN = "com/acme/order/internal/OrderDao.java";

  @Override
  public List<Sample> all() {
    return Stream.of(bySubClass(), byConstructor(), byArgument(), byOthersOwnCode(), leaks())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> bySubClass() {
    String base =
        common(
            "public abstract class BaseDao { protected JdbcTemplate jdbc; protected abstract String table(); protected String columns() { return \"id\"; } public Object all() { return jdbc.queryForList(\"SELECT \" + columns() + \" FROM \" + table() + \" WHERE 1 = 1\"); } }");
    return List.of(
        Sample.innocent("a base class whose sub classes name their own tables")
            .source(BASE, base)
            .source(OWN, order("class OrderDao", "String table() { return \"orders.orders\"; }"))
            .source(PROBE, dao("protected String table() { return \"billing.invoice\"; }")),
        Sample.violation("a sub class that names another's table")
            .source(BASE, base)
            .source(OWN, order("class OrderDao", "String table() { return \"orders.orders\"; }"))
            .source(PROBE, dao("protected String table() { return \"orders.order_line\"; }"))
            .certain("sql", "billing", "orders.order_line"),
        Sample.violation("a sub class that replaces what the base class would select")
            .source(BASE, base)
            .source(
                PROBE,
                dao(
                    "protected String table() { return \"billing.invoice\"; } protected String columns() { return \"(SELECT max(id) FROM orders.orders)\"; }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("a base class and a sub class that reads its table's name from elsewhere")
            .source(BASE, base)
            .source(
                PROBE,
                dao("protected String table() { return System.getProperty(\"billing.table\"); }")),
        Sample.violation("an interface that another module's code asks for a table")
            .source(
                "com/acme/common/Stored.java",
                common("public interface Stored { String table(); }"))
            .source(
                "com/acme/common/Cleaner.java",
                common(
                    "public class Cleaner { JdbcTemplate jdbc; public void clean(Stored s) { jdbc.update(\"DELETE FROM \" + s.table() + \" WHERE 1 = 1\"); } }"))
            .source(
                PROBE,
                "package com.acme.billing; class Probe implements com.acme.common.Stored { public String table() { return \"orders.orders\"; } }")
            .certain("sql", "billing", "orders.orders"));
  }

  private static List<Sample> byConstructor() {
    String base =
        common(
            "public class BaseDao { protected JdbcTemplate jdbc; private final String table; private final String key; public BaseDao(String table, String key) { this.table = table; this.key = key; } public Object all() { return jdbc.queryForList(\"SELECT \" + key + \" FROM \" + table + \" WHERE 1 = 1\"); } }");
    return List.of(
        Sample.innocent("a base class that is given its table by each constructor")
            .source(BASE, base)
            .source(
                OWN, order("class OrderDao", "OrderDao() { super(\"orders.orders\", \"id\"); }"))
            .source(PROBE, dao("Probe() { super(\"billing.invoice\", \"id\"); }")),
        Sample.violation("a constructor that hands another's table up")
            .source(BASE, base)
            .source(
                OWN, order("class OrderDao", "OrderDao() { super(\"orders.orders\", \"id\"); }"))
            .source(PROBE, dao("Probe() { super(\"orders.orders\", \"id\"); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("an object of shared code that is made for another's table")
            .source("com/acme/common/Gateway.java", base.replace("BaseDao", "Gateway"))
            .source(
                PROBE,
                "package com.acme.billing; class Probe { Object lines() { return new com.acme.common.Gateway(\"orders.order_line\", \"id\").all(); } }")
            .certain("sql", "billing", "orders.order_line"),
        Sample.violation("a setter of shared code that is given another's table")
            .source(
                "com/acme/common/Sweeper.java",
                common(
                    "public class Sweeper { JdbcTemplate jdbc; private String table; public Sweeper setTable(String table) { this.table = table; return this; } public void sweep() { jdbc.update(\"DELETE FROM \" + table + \" WHERE 1 = 1\"); } }"))
            .source(
                PROBE,
                "package com.acme.billing; class Probe { void go() { new com.acme.common.Sweeper().setTable(\"orders.orders\").sweep(); } }")
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("a base class that is given what only the running program knows")
            .source(BASE, base)
            .source(
                PROBE,
                dao(
                    "Probe(String table) { super(table, \"id\"); } static Probe of(String table) { return new Probe(table); }")));
  }

  private static List<Sample> byArgument() {
    String helper =
        common(
            "public final class Rows { public static Object of(JdbcTemplate jdbc, String table) { return read(jdbc, \"SELECT * FROM \" + table + \" WHERE 1 = 1\"); } private static Object read(JdbcTemplate jdbc, String sql) { return jdbc.queryForList(sql); } }");
    String path = "com/acme/common/Rows.java";
    return List.of(
        Sample.innocent("a helper that is handed the caller's own table")
            .source(path, helper)
            .source(PROBE, rows("\"billing.invoice\""))
            .source(
                "com/acme/order/internal/Also.java",
                "package com.acme.order.internal; class Also { org.springframework.jdbc.core.JdbcTemplate jdbc; Object go() { return com.acme.common.Rows.of(jdbc, \"orders.orders\"); } }"),
        Sample.violation("a helper that is handed another's table")
            .source(path, helper)
            .source(PROBE, rows("\"orders.orders\""))
            .certain("sql", "billing", "orders.orders"),
        Sample.violation("a helper that is handed another's table by a third class")
            .source(path, helper)
            .source(
                "com/acme/common/MoreRows.java",
                common(
                    "public final class MoreRows { public static Object first(JdbcTemplate jdbc, String schema, String name) { return Rows.of(jdbc, schema + '.' + name); } }"))
            .source(
                PROBE,
                inBilling(
                    "Object go() { return com.acme.common.MoreRows.first(jdbc, \"orders\", \"order_line\"); }"))
            .certain("sql", "billing", "orders.order_line"),
        Sample.violation("a quoted name that a helper makes of another's table")
            .source(
                "com/acme/common/Names.java",
                common(
                    "public final class Names { public static String quoted(String name) { return '\"' + name + '\"'; } }"))
            .source(
                PROBE,
                inBilling(
                    "Object go() { return jdbc.queryForList(\"SELECT * FROM orders.\" + com.acme.common.Names.quoted(\"orders\") + \" WHERE 1 = 1\"); }"))
            .certain("sql", "billing", "orders.orders"));
  }

  private static List<Sample> byOthersOwnCode() {
    String api =
        "package com.acme.order; public class OrderSearch { org.springframework.jdbc.core.JdbcTemplate jdbc; public Object byStatus(String status) { return jdbc.queryForList(\"SELECT * FROM orders.orders WHERE status = '\" + status + \"'\"); } }";
    return List.of(
        Sample.innocent("a value that another module's API writes into its own statement")
            .source("com/acme/order/OrderSearch.java", api)
            .source(
                PROBE,
                "package com.acme.billing; class Probe { com.acme.order.OrderSearch search; Object go() { return search.byStatus(\"OPEN\"); } }"),
        Sample.violation("another's statement, slipped into such a value")
            .source("com/acme/order/OrderSearch.java", api)
            .source(
                "com/acme/customer/Probe.java",
                "package com.acme.customer; class Probe { com.acme.order.OrderSearch search; Object go() { return search.byStatus(\"' UNION SELECT id FROM billing.invoice WHERE '' = '\"); } }")
            .certain("sql", "customer", "billing.invoice"));
  }

  private static List<Sample> leaks() {
    String open =
        "@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)\npackage com.acme.common;\n";
    return List.of(
        Sample.innocent("a parameter for the caller's own client")
            .source("com/acme/common/package-info.java", open)
            .source(
                "com/acme/common/Rows.java",
                common(
                    "public final class Rows { public static long count(JdbcTemplate jdbc) { return 1; } }")),
        Sample.violation("a client that is given away")
            .source("com/acme/common/package-info.java", open)
            .source(
                "com/acme/common/Rows.java",
                common(
                    "public final class Rows { private JdbcTemplate own; public JdbcTemplate client() { return own; } }"))
            .certain("api-leak", "common", "JdbcTemplate"));
  }

  private static String common(String type) {
    return "package com.acme.common; import org.springframework.jdbc.core.JdbcTemplate; " + type;
  }

  private static String order(String type, String member) {
    return "package com.acme.order.internal; "
        + type
        + " extends com.acme.common.BaseDao { "
        + (member.startsWith("String") ? "protected " : "")
        + member
        + " }";
  }

  private static String dao(String member) {
    return "package com.acme.billing; class Probe extends com.acme.common.BaseDao { "
        + member
        + " }";
  }

  private static String rows(String table) {
    return inBilling("Object go() { return com.acme.common.Rows.of(jdbc, " + table + "); }");
  }
}
