package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;
import java.util.stream.Stream;

/** What applications that were never written for these rules have, and how it is judged. */
final class LegacySamples implements Samples {

  private static final String CENTRAL = "com/acme/billing/store/scripts/V1_1__all.sql";
  private static final String CHANGELOG = "db/changelog/db.changelog-master.xml";

  @Override
  public List<Sample> all() {
    return Stream.of(scripts(), owners(), names()).flatMap(List::stream).toList();
  }

  private static List<Sample> scripts() {
    String tables =
        "CREATE TABLE orders.orders (id BIGINT);\nCREATE TABLE customers.customer (id BIGINT);\n";
    return List.of(
        Sample.innocent("one folder inside a package with the migrations of all modules")
            .resource(CENTRAL, tables),
        Sample.violation("a foreign key between two modules in such a folder")
            .resource(
                CENTRAL,
                tables
                    + "ALTER TABLE customers.customer ADD FOREIGN KEY (id) REFERENCES orders.orders (id);\n")
            .certain("migration", "customer", "orders.orders"),
        Sample.innocent("a changelog of the application that changes one owner's table at a time")
            .resource(
                CHANGELOG,
                changelog(
                    "<addColumn schemaName=\"orders\" tableName=\"orders\"/>\n<createIndex schemaName=\"customers\" tableName=\"customer\"/>")),
        Sample.violation("a changelog of the application with a foreign key between two owners")
            .resource(
                CHANGELOG,
                changelog(
                    "<addForeignKeyConstraint baseTableSchemaName=\"customers\" baseTableName=\"customer\" referencedTableSchemaName=\"orders\" referencedTableName=\"orders\"/>"))
            .certain("migration", "customer", "orders.orders"),
        Sample.violation("a table that a script beside the code creates")
            .resource("com/acme/order/ddl.sql", "CREATE TABLE shelf (id BIGINT);\n")
            .source(PROBE, query("SELECT id FROM shelf WHERE id = 1"))
            .certain("sql", "billing", "orders.shelf"));
  }

  private static List<Sample> owners() {
    String owners =
        "modules:\n  order: {tables: [\"legacy_ord_*\"]}\nshared: [events.event_publication, \"tmp_*\"]\n";
    return List.of(
        Sample.violation("a table that is declared by a pattern")
            .resource("data-ownership.yml", owners)
            .source(PROBE, query("SELECT id FROM legacy_ord_item WHERE id = 1"))
            .certain("sql", "billing", "legacy_ord_item"),
        Sample.innocent("a table that is shared by a pattern")
            .resource("data-ownership.yml", owners)
            .source(PROBE, query("SELECT id FROM tmp_report WHERE id = 1"))
            .source("com/acme/order/Also.java", inOrder("SELECT id FROM tmp_report WHERE id = 1")),
        Sample.innocent("a table without an owner that one module alone names")
            .source(PROBE, query("SELECT id FROM mystery WHERE id = 1")),
        Sample.innocent("what is only there to be extended maps no table")
            .source(
                "com/acme/customer/StoreDao.java",
                "package com.acme.customer; public interface StoreDao<T> { T byId(long id); }")
            .source(
                "com/acme/customer/StampedEntity.java",
                "package com.acme.customer; public interface StampedEntity { long stamp(); }")
            .source(
                PROBE,
                "package com.acme.billing; abstract class Probe implements com.acme.customer.StoreDao<String>, com.acme.customer.StampedEntity {}"));
  }

  private static List<Sample> names() {
    return List.of(
        Sample.innocent("a module called data and a data source of that name")
            .source("com/acme/data/Measure.java", "package com.acme.data; class Measure {}")
            .source(
                PROBE,
                inBilling(
                    "@org.springframework.beans.factory.annotation.Qualifier(\"acmeDataSource\") javax.sql.DataSource source;")),
        Sample.innocent("a static metamodel is made for everybody")
            .source(
                "com/acme/order/Order_.java",
                "package com.acme.order; import com.acme.order.internal.OrderEntity; @jakarta.persistence.metamodel.StaticMetamodel(OrderEntity.class) public abstract class Order_ { public static volatile jakarta.persistence.metamodel.SingularAttribute<OrderEntity, Long> id; }"),
        Sample.innocent("the definition of a bean is not the bean")
            .source(
                PROBE,
                inBilling(
                    "Object go(org.springframework.beans.factory.config.ConfigurableListableBeanFactory f) { return f.getBeanDefinition(\"x\"); }")),
        Sample.innocent("metadata of an own table")
            .source(
                PROBE,
                inBilling(
                    "Object go() throws Exception { return connection.getMetaData().getTables(null, \"public\", \"invoice\", new String[] {\"TABLE\"}); }")),
        Sample.violation("metadata of another's table")
            .source(
                PROBE,
                inBilling(
                    "Object go() throws Exception { return connection.getMetaData().getTables(null, null, \"orders\", null); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("the current schema in a condition, and locks that are kept")
            .source(
                PROBE,
                inBilling(
                    "void go() { jdbc.queryForList(\"SELECT 1 FROM pg_class WHERE x = current_schema AND UPPER(y) = 'A'\"); jdbc.queryForList(\"SELECT id FROM billing.invoice FOR READ ONLY WITH RS USE AND KEEP UPDATE LOCKS\"); }")));
  }

  private static String query(String sql) {
    return inBilling("void go() { jdbc.queryForList(\"" + sql + "\"); }");
  }

  private static String inOrder(String sql) {
    return "package com.acme.order; class Also { org.springframework.jdbc.core.JdbcTemplate jdbc; void go() { jdbc.queryForList(\""
        + sql
        + "\"); } }";
  }

  private static String changelog(String changes) {
    return "<databaseChangeLog>\n<changeSet id=\"1\" author=\"a\">\n"
        + changes
        + "\n</changeSet>\n</databaseChangeLog>\n";
  }
}
