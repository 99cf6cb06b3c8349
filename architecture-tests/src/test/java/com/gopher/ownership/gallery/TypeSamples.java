package com.gopher.ownership.gallery;

import java.util.List;
import java.util.stream.Stream;

/**
 * Another module's stored types, in whatever corner of the bytecode, and one's own where others can
 * see them.
 */
final class TypeSamples implements Samples {

  @Override
  public List<Sample> all() {
    return Stream.of(named(), inAnnotations(), repositories()).flatMap(List::stream).toList();
  }

  private static List<Sample> named() {
    return List.of(
        entity("a field", "OrderEntity order;"),
        entity("a cast", "Object go(Object o) { return ((OrderEntity) o).hashCode(); }"),
        entity("an instanceof", "boolean go(Object o) { return o instanceof OrderEntity; }"),
        entity("an array creation", "Object go() { return new OrderEntity[3]; }"),
        entity(
            "a local variable",
            "void go() { OrderEntity o = null; System.out.println(o == null); }"),
        entity(
            "a generic local",
            "void go() { java.util.List<OrderEntity> o = null; System.out.println(o == null); }"),
        entity("a class literal", "Object go() { return OrderEntity.class; }"),
        entity(
            "a method reference",
            "java.util.function.Function<OrderEntity, Long> go() { return OrderEntity::getId; }"),
        entity("a type parameter's bound", "<T extends OrderEntity> void go() {}"),
        entity("a repository of another module", "OrderRepository orders;"),
        type(
            "an association",
            "com.acme.order.internal.OrderEntity",
            "@jakarta.persistence.Entity @jakarta.persistence.Table(name = \"invoice\") class Probe { @jakarta.persistence.Id Long id; @jakarta.persistence.ManyToOne OrderEntity order; }",
            "orders.orders"),
        type(
            "an aggregate of Spring Data JDBC",
            "com.acme.customer.internal.Customer",
            "class Probe { Customer c; }",
            "customers.customer"),
        type(
            "a mapper",
            "com.acme.customer.internal.CustomerRowMapper",
            "class Probe { Object m = new CustomerRowMapper(); }",
            "CustomerRowMapper"),
        type(
            "a row type",
            "com.acme.customer.internal.CustomerRow",
            "class Probe { CustomerRow row; }",
            "CustomerRow"),
        leak(
            "an entity returned",
            "public interface Api { com.acme.order.internal.OrderEntity find(long id); }",
            "orders.orders"),
        leak(
            "a list of entities returned",
            "public interface Api { java.util.List<com.acme.order.internal.OrderEntity> all(); }",
            "orders.orders"),
        leak(
            "an event with an entity",
            "public record Api(com.acme.order.internal.OrderEntity order) {}",
            "orders.orders"),
        leak("a result set", "public interface Api { java.sql.ResultSet rows(); }", "ResultSet"),
        leak(
            "a data source",
            "public class Api { public javax.sql.DataSource source() { return null; } }",
            "DataSource"),
        leak(
            "a specification",
            "public interface Api { long count(org.springframework.data.jpa.domain.Specification<Object> s); }",
            "Specification"),
        leak(
            "a template",
            "public class Api { public org.springframework.jdbc.core.JdbcTemplate template() { return null; } }",
            "JdbcTemplate"));
  }

  private static List<Sample> inAnnotations() {
    String about =
        " @interface About { Class<?> value() default Object.class; Deep[] deep() default {}; }"
            + " @interface Deep { Class<?>[] value(); }";
    return List.of(
        entity("a class in an annotation of a field", "@About(OrderEntity.class) long id;", about),
        entity(
            "a class in an annotation of a method",
            "@About(OrderEntity.class) void go() {}",
            about),
        entity(
            "a class in an annotation of a parameter",
            "void go(@About(OrderEntity.class) long id) {}",
            about),
        entity(
            "a class in an annotation of a record's component",
            "record Part(@About(OrderEntity.class) long id) {}",
            about),
        entity(
            "a class in an annotation in an annotation",
            "@About(deep = @Deep({String.class, OrderEntity.class})) long id;",
            about),
        entity(
            "a class as an annotation's default",
            "@interface To { Class<?> value() default OrderEntity.class; }",
            ""),
        type(
            "the class of a result",
            "com.acme.order.internal.OrderEntity",
            "@jakarta.persistence.NamedNativeQuery(name = \"a\", query = \"select id from"
                + " billing.invoice\", resultClass = OrderEntity.class) class Probe {}",
            "orders.orders"),
        Sample.innocent("a class of one's own, and another's event, in annotations")
            .source(
                Gallery.PROBE,
                "package com.acme.billing;"
                    + about
                    + " class Probe { @About(Probe.class) long id;"
                    + " @About(com.acme.order.OrderPlaced.class) void go() {} }"));
  }

  private static List<Sample> repositories() {
    String holder = "class Probe { OrderDao orders; }";
    return List.of(
        type(
                "a class called a DAO that handles an entity",
                "com.acme.order.internal.OrderDao",
                holder,
                "orders.orders")
            .source(
                "com/acme/order/internal/OrderDao.java",
                "package com.acme.order.internal; public class OrderDao { public"
                    + " java.util.List<OrderEntity> open() { return null; } }"),
        Sample.violation("a class called a DAO of which no more is known")
            .source(
                "com/acme/order/internal/OrderDao.java",
                "package com.acme.order.internal; public class OrderDao { public long open() {"
                    + " return 0; } }")
            .source(
                Gallery.PROBE,
                "package com.acme.billing;\nimport com.acme.order.internal.OrderDao;\n" + holder)
            .possible("types", "billing", "OrderDao"),
        Sample.innocent("an interface of the API that is called a repository")
            .source(
                "com/acme/order/ReceiptRepository.java",
                "package com.acme.order; public interface ReceiptRepository { OrderPlaced"
                    + " last(long id); }")
            .source(
                Gallery.PROBE,
                "package com.acme.billing; class Probe { com.acme.order.ReceiptRepository r; }"));
  }

  private static Sample entity(String name, String member, String beside) {
    return Sample.violation(name)
        .source(
            Gallery.PROBE,
            "package com.acme.billing;\nimport com.acme.order.internal.*;\nclass Probe { "
                + member
                + " }"
                + beside)
        .certain("types", "billing", "orders.orders");
  }

  private static Sample entity(String name, String member) {
    return entity(name, member, "");
  }

  private static Sample type(String name, String imported, String type, String table) {
    return Sample.violation(name)
        .source(Gallery.PROBE, "package com.acme.billing;\nimport " + imported + ";\n" + type)
        .certain("types", "billing", table);
  }

  private static Sample leak(String name, String type, String exposed) {
    return Sample.violation(name)
        .source("com/acme/order/Api.java", "package com.acme.order;\n" + type)
        .certain("api-leak", "order", exposed);
  }
}
