package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;

/** Another module's keys, and ways around one's own data access. */
final class AccessSamples implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        config(
            "a qualifier",
            "Probe(@org.springframework.beans.factory.annotation.Qualifier(\"orderDataSource\") javax.sql.DataSource d) {}",
            "orderDataSource"),
        config(
            "a password",
            "@org.springframework.beans.factory.annotation.Value(\"${order.datasource.password}\") String p;",
            "order.datasource.password"),
        config(
            "a transaction manager",
            "@org.springframework.transaction.annotation.Transactional(\"orderTransactionManager\") void go() {}",
            "orderTransactionManager"),
        config(
            "a persistence unit",
            "@PersistenceContext(unitName = \"order\") EntityManager em;",
            "order"),
        config(
            "a property read by hand",
            "void go(org.springframework.core.env.Environment e) { e.getProperty(\"order.datasource.url\"); }",
            "order.datasource.url"),
        Sample.violation("a meta-annotated qualifier")
            .source(
                "com/acme/billing/TheirData.java",
                "package com.acme.billing; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME) @org.springframework.beans.factory.annotation.Qualifier(\"orderDataSource\") @interface TheirData {}")
            .source(PROBE, inBilling("@TheirData Object d;"))
            .certain("config", "billing", "orderDataSource")
            .certain("config", "billing", "orderDataSource"),
        Sample.violation("a property that borrows a login")
            .resource("application.properties", "billing.datasource.username=order_app\n")
            .certain("config", "billing", "order_app"),
        banned(
            "DriverManager",
            "void go() throws SQLException { DriverManager.getConnection(\"jdbc:h2:mem:x\"); }",
            "DriverManager.getConnection"),
        banned(
            "a pool made by hand",
            "Object go() { return new com.zaxxer.hikari.HikariDataSource(); }",
            "HikariDataSource"),
        banned(
            "a pool by method reference",
            "java.util.function.Supplier<Object> go() { return com.zaxxer.hikari.HikariDataSource::new; }",
            "HikariDataSource"),
        banned(
            "getBean",
            "void go(org.springframework.context.ApplicationContext c) { c.getBean(\"x\"); }",
            "ApplicationContext.getBean"),
        banned(
            "a walk over the metamodel",
            "void go() { entities.getMetamodel(); }",
            "EntityManager.getMetamodel"),
        banned(
            "a client started",
            "void go() throws Exception { new ProcessBuilder(\"psql\", \"-c\", \"x\").start(); }",
            "process psql"),
        banned(
            "a dump started",
            "void go() throws Exception { Runtime.getRuntime().exec(new String[] {\"pg_dump\", \"shop\"}); }",
            "process pg_dump"),
        banned(
            "a type loaded by name",
            "void go() throws Exception { Class.forName(\"com.acme.order.internal.OrderEntity\"); }",
            "OrderEntity"));
  }

  private static Sample config(String name, String members, String what) {
    return Sample.violation(name)
        .source(PROBE, inBilling(members))
        .certain("config", "billing", what);
  }

  private static Sample banned(String name, String members, String what) {
    return Sample.violation(name)
        .source(PROBE, inBilling(members))
        .certain("banned-api", "billing", what);
  }
}
