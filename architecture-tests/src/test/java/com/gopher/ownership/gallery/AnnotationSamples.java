package com.gopher.ownership.gallery;

import java.util.List;

/** Annotations that carry SQL, or the names of tables, schemas and sequences. */
final class AnnotationSamples implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        mapped(
            "an entity over another's table",
            "@Entity @Table(name = \"orders\", schema = \"orders\") class Probe { @Id Long id; }",
            "orders.orders"),
        mapped(
            "an entity over another's unqualified table",
            "@Entity @Table(name = \"order_line\") class Probe { @Id Long id; }",
            "orders.order_line"),
        mapped(
            "a join table in another's schema",
            "@Entity @Table(name = \"invoice\") class Probe { @Id Long id; @ManyToMany @JoinTable(name = \"order_line\", schema = \"orders\") java.util.List<Probe> lines; }",
            "orders.order_line"),
        mapped(
            "a collection table",
            "@Entity @Table(name = \"invoice\") class Probe { @Id Long id; @ElementCollection @CollectionTable(name = \"order_line\", schema = \"orders\") java.util.Set<String> titles; }",
            "orders.order_line"),
        mapped(
            "a secondary table",
            "@Entity @Table(name = \"invoice\") @SecondaryTable(name = \"orders\", schema = \"orders\") class Probe { @Id Long id; }",
            "orders.orders"),
        mapped(
            "a sequence generator",
            "@Entity @Table(name = \"invoice\") class Probe { @Id @GeneratedValue(generator = \"g\") @SequenceGenerator(name = \"g\", sequenceName = \"order_seq\", schema = \"orders\") Long id; }",
            "orders.order_seq"),
        mapped(
            "a formula",
            "@Entity @Table(name = \"invoice\") class Probe { @Id Long id; @org.hibernate.annotations.Formula(\"(select o.status from orders.orders o where o.id = order_id)\") String status; }",
            "orders.orders"),
        mapped(
            "a subselect",
            "@Entity @org.hibernate.annotations.Subselect(\"select id from orders.orders\") class Probe { @Id Long id; }",
            "orders.orders"),
        mapped(
            "a restriction",
            "@Entity @Table(name = \"invoice\") @org.hibernate.annotations.SQLRestriction(\"exists (select 1 from orders.orders o where o.id = order_id)\") class Probe { @Id Long id; }",
            "orders.orders"),
        mapped(
            "a column definition with a reference",
            "@Entity @Table(name = \"invoice\") class Probe { @Id Long id; @Column(columnDefinition = \"bigint references orders.orders(id)\") Long order; }",
            "orders.orders"),
        query(
            "a named native query",
            "@Entity @Table(name = \"invoice\") @NamedNativeQuery(name = \"a\", query = \"select * from orders.orders\") class Probe { @Id Long id; }"),
        query(
            "a named query",
            "@Entity @Table(name = \"invoice\") @NamedQuery(name = \"a\", query = \"select o from Order o\") class Probe { @Id Long id; }"),
        query(
            "a SQL delete",
            "@Entity @Table(name = \"invoice\") @org.hibernate.annotations.SQLDelete(sql = \"update orders.orders set status = 'X' where id = ?\") class Probe { @Id Long id; }"),
        query(
            "a Spring Data JPA query",
            "interface Probe extends org.springframework.data.repository.Repository<Object, Long> { @org.springframework.data.jpa.repository.Query(\"select o from Order o\") Object all(); }"),
        query(
            "a native Spring Data JPA query",
            "interface Probe extends org.springframework.data.repository.Repository<Object, Long> { @org.springframework.data.jpa.repository.Query(value = \"select * from orders.orders\", nativeQuery = true) Object all(); }"),
        query(
            "a Spring Data JDBC query",
            "interface Probe extends org.springframework.data.repository.Repository<Object, Long> { @org.springframework.data.jdbc.repository.query.Query(\"select * from orders.orders\") Object all(); }"),
        query(
                "a query in a meta-annotation",
                "@interface Open { @org.springframework.data.jpa.repository.NativeQuery(\"select * from orders.orders\") @interface All {} } interface Probe extends org.springframework.data.repository.Repository<Object, Long> { @Open.All Object all(); }")
            .certain("sql", "billing", "orders.orders"),
        query(
            "@Sql with a statement",
            "@org.springframework.test.context.jdbc.Sql(statements = \"delete from orders.orders\") class Probe {}"),
        query(
                "a mapper's annotation",
                "interface Probe { @org.apache.ibatis.annotations.Select(\"select * from orders.orders\") Object all(); }")
            .source(
                "org/apache/ibatis/annotations/Select.java",
                "package org.apache.ibatis.annotations; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Select { String[] value(); }"),
        Sample.violation("Spring Data JDBC's @Table")
            .source(
                Gallery.PROBE,
                "package com.acme.billing; @org.springframework.data.relational.core.mapping.Table(name = \"orders\", schema = \"orders\") class Probe { @org.springframework.data.annotation.Id Long id; }")
            .certain("mapping", "billing", "orders.orders"),
        Sample.violation("@Sql with a script of the root")
            .source(
                Gallery.PROBE,
                "package com.acme.billing; @org.springframework.test.context.jdbc.Sql(\"/clean.sql\") class Probe {}")
            .resource("clean.sql", "DELETE FROM orders.orders;")
            .certain("sql", "billing", "orders.orders"));
  }

  private static Sample mapped(String name, String type, String table) {
    return Sample.violation(name)
        .source(Gallery.PROBE, "package com.acme.billing;\nimport jakarta.persistence.*;\n" + type)
        .certain("mapping", "billing", table);
  }

  private static Sample query(String name, String type) {
    return Sample.violation(name)
        .source(Gallery.PROBE, "package com.acme.billing;\nimport jakarta.persistence.*;\n" + type)
        .certain("sql", "billing", "orders.orders");
  }
}
