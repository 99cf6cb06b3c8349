package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.invoice;
import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** SQL and mappings in files that are not migrations. */
final class BlindResources implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        violation("resource: schema.sql of a module")
            .resource(
                "com/acme/billing/schema.sql",
                "create table billing.payment (id bigint primary key, customer_id bigint, foreign key (customer_id) references customers.customer (id));\n")
            .certain("sql", "billing", "customers.customer"),
        violation("resource: data.sql of a module")
            .resource(
                "billing/data.sql",
                """
                -- demo data
                INSERT INTO billing.invoice (id, order_id) VALUES (1, 1);
                INSERT INTO orders.orders (id, status) VALUES (1, 'OPEN');
                """)
            .certain("sql", "billing", "orders.orders"),
        jdbc(
                violation("resource: a script of the root that a class names")
                    .resource(
                        "seed-demo.sql",
                        "INSERT INTO customers.customer (id, name) VALUES (1, 'Ada') ON CONFLICT DO NOTHING;\n"),
                "billing",
                """
                void seed() {
                  new org.springframework.jdbc.datasource.init.ResourceDatabasePopulator(new org.springframework.core.io.ClassPathResource("seed-demo.sql")).execute(dataSource);
                }
                """)
            .certain("sql", "billing", "customers.customer"),
        jdbc(
                violation("resource: a query beside the class")
                    .resource(
                        "com/acme/billing/open-orders.sql",
                        "select o.id, o.status\nfrom orders.orders o\nwhere o.status = 'OPEN'\n"),
                "billing",
                """
                List<Map<String, Object>> open() throws java.io.IOException {
                  try (var in = Access.class.getResourceAsStream("open-orders.sql")) {
                    return jdbc.queryForList(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                  }
                }
                """)
            .certain("sql", "billing", "orders.orders"),
        invoice(violation("resource: orm.xml with a named native query"), "", "")
            .resource(
                "com/acme/billing/orm.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
                  <named-native-query name="Invoice.late">
                    <query><![CDATA[select i.id from billing.invoice i join orders.orders o on o.id = i.order_id where i.id < 100]]></query>
                  </named-native-query>
                </entity-mappings>
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("resource: orm.xml maps a class to another module's table")
            .source(
                "com/acme/billing/internal/Client.java",
                """
                package com.acme.billing.internal;
                public class Client { Long id; String mail; }
                """)
            .resource(
                "META-INF/orm.xml",
                """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
                  <entity class="com.acme.billing.internal.Client" access="FIELD">
                    <table name="customer" schema="customers"/>
                    <attributes><id name="id"/><basic name="mail"/></attributes>
                  </entity>
                </entity-mappings>
                """)
            .certain("mapping", "billing", "customers.customer"),
        invoice(violation("resource: named queries in a properties file"), "", "")
            .source(
                "com/acme/billing/internal/Persistence.java",
                """
                package com.acme.billing.internal;
                import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
                @EnableJpaRepositories(namedQueriesLocation = "classpath:com/acme/billing/queries.properties")
                class Persistence {}
                """)
            .resource(
                "com/acme/billing/queries.properties",
                """
                # the queries of billing
                Invoice.findOpen=select i from Invoice i, Order o \\
                  where o.id = i.orderId and o.status = 'OPEN'
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("resource: a query in a module's yaml")
            .resource(
                "config/billing/application.yml",
                """
                billing:
                  export:
                    query: >
                      SELECT c.mail
                      FROM customers.customer c
                """)
            .certain("sql", "billing", "customers.customer"),
        violation("resource: a mapper file")
            .source(
                "com/acme/billing/InvoiceMapper.java",
                """
                package com.acme.billing;
                public interface InvoiceMapper { java.util.List<Long> unpaid(String status); }
                """)
            .resource(
                "com/acme/billing/InvoiceMapper.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <mapper namespace="com.acme.billing.InvoiceMapper">
                  <select id="unpaid" resultType="long">
                    SELECT i.id FROM billing.invoice i
                    <if test="status != null">JOIN orders.orders o ON o.id = i.order_id AND o.status = #{status}</if>
                    WHERE i.status &lt;&gt; 'PAID'
                  </select>
                </mapper>
                """)
            .certain("sql", "billing", "orders.orders"),
        violation("resource: a change log in XML")
            .resource(
                "db/changelog/billing/001-fk.xml",
                """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <changeSet id="1" author="ada">
                    <addForeignKeyConstraint constraintName="fk" baseTableSchemaName="billing" baseTableName="invoice" baseColumnNames="order_id"
                        referencedTableSchemaName="orders" referencedTableName="orders" referencedColumnNames="id"/>
                    <sql>UPDATE orders.orders SET status = 'OPEN'</sql>
                  </changeSet>
                </databaseChangeLog>
                """)
            .certain("migration", "billing", "orders.orders"));
  }
}
