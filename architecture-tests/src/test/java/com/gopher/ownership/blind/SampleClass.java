package com.gopher.ownership.blind;

import com.gopher.ownership.gallery.Sample;

/** Saves the samples the imports and fields that every class with database access has. */
final class SampleClass {

  private SampleClass() {}

  /** A class with a DataSource and the templates of Spring JDBC. */
  static Sample jdbc(Sample sample, String module, String body) {
    return sample.source(
        "com/acme/" + module + "/Access.java",
        """
        package com.acme.%s;
        import java.sql.*;
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;
        import javax.sql.DataSource;
        import org.springframework.jdbc.core.*;
        import org.springframework.jdbc.core.namedparam.*;
        import org.springframework.jdbc.core.simple.*;
        import org.springframework.stereotype.Repository;
        @Repository
        class Access {
          private final DataSource dataSource;
          private final JdbcTemplate jdbc;
          private final NamedParameterJdbcTemplate named;
          private final JdbcClient client;
          Access(DataSource dataSource) {
            this.dataSource = dataSource;
            this.jdbc = new JdbcTemplate(dataSource);
            this.named = new NamedParameterJdbcTemplate(jdbc);
            this.client = JdbcClient.create(jdbc);
          }
        """
                .formatted(module)
            + body
            + "}\n");
  }

  /** A class with an EntityManager. */
  static Sample jpa(Sample sample, String module, String body) {
    return sample.source(
        "com/acme/" + module + "/Access.java",
        """
        package com.acme.%s;
        import jakarta.persistence.*;
        import jakarta.persistence.criteria.*;
        import java.util.*;
        @org.springframework.stereotype.Repository
        class Access {
          @PersistenceContext private EntityManager em;
        """
                .formatted(module)
            + body
            + "}\n");
  }

  /** An entity of billing with these annotations on the class and these members. */
  static Sample invoice(Sample sample, String annotations, String members) {
    return sample.source(
        "com/acme/billing/internal/Invoice.java",
        """
        package com.acme.billing.internal;
        import jakarta.persistence.*;
        import java.util.*;
        @Entity @Table(name = "invoice", schema = "billing")
        """
            + annotations
            + """

            public class Invoice {
              @Id Long id;
              @Column(name = "order_id") Long orderId;
            """
            + members
            + "}\n");
  }
}
