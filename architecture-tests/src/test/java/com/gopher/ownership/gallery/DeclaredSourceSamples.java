package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;

/** Data sources that a module declares as beans: they are its own, and so are their properties. */
final class DeclaredSourceSamples implements Samples {

  private static final String THEIRS = "com/acme/order/internal/OrderSource.java";

  @Override
  public List<Sample> all() {
    String theirs =
        source(
                "@Bean javax.sql.DataSource main(@Value(\"${pg.main.url}\") String url, @Value(\"${pg.main.size}\") int size) { return new com.zaxxer.hikari.HikariDataSource(); }")
            .replace("com.acme.billing", "com.acme.order.internal")
            .replace("class Probe", "class OrderSource");
    return List.of(
        Sample.innocent("a data source that a module declares for itself")
            .source(
                PROBE,
                source(
                    "@Bean javax.sql.DataSource main() { return new com.zaxxer.hikari.HikariDataSource(); }")),
        Sample.violation("a declared data source that leads into another's schema")
            .source(
                PROBE,
                source(
                    "@Bean javax.sql.DataSource main() { var made = new com.zaxxer.hikari.HikariDataSource(); made.setJdbcUrl(\"jdbc:postgresql://db/shop?currentSchema=orders\"); return made; }"))
            .certain("config", "billing", "orders.*"),
        Sample.violation("a pool that a bean makes for itself alone")
            .source(
                PROBE,
                source(
                    "@Bean Object report() { return new com.zaxxer.hikari.HikariDataSource(); }"))
            .certain("banned-api", "billing", "HikariDataSource"),
        Sample.violation("the property by which another module declares its data source")
            .source(THEIRS, theirs)
            .source(
                PROBE,
                inBilling(
                    "@org.springframework.beans.factory.annotation.Value(\"${pg.main.url}\") String url;"))
            .certain("config", "billing", "pg.main.url"),
        Sample.innocent("a property beside it that leads to no database")
            .source(THEIRS, theirs)
            .source(
                PROBE,
                inBilling(
                    "@org.springframework.beans.factory.annotation.Value(\"${pg.main.size}\") int size;")));
  }

  private static String source(String member) {
    return "package com.acme.billing; import org.springframework.beans.factory.annotation.Value; import org.springframework.context.annotation.*; @Configuration class Probe { "
        + member
        + " }";
  }
}
