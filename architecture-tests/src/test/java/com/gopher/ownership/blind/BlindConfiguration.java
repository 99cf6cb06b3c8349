package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Another module's DataSource, transaction manager, unit or credentials, fetched by name. */
final class BlindConfiguration implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        violation("config: the address of another module's database in a constructor")
            .source(
                "com/acme/billing/Settings.java",
                """
                package com.acme.billing;
                import org.springframework.beans.factory.annotation.Value;
                class Settings {
                  final String url;
                  final String password;
                  Settings(@Value("${order.datasource.url:jdbc:postgresql:shop}") String url, @Value("${order.datasource.password}") String password) { this.url = url; this.password = password; }
                }
                """)
            .certain("config", "billing", "orders"),
        violation("config: credentials of another schema in a field")
            .source(
                "com/acme/order/Settings.java",
                """
                package com.acme.order;
                import org.springframework.beans.factory.annotation.Value;
                class Settings {
                  @Value("${shop.datasource.customers.password}") String password;
                }
                """)
            .certain("config", "order", "customers"),
        violation("config: a qualifier on a constructor parameter")
            .source(
                "com/acme/billing/Reports.java",
                """
                package com.acme.billing;
                import javax.sql.DataSource;
                import org.springframework.beans.factory.annotation.Qualifier;
                class Reports {
                  Reports(@Qualifier("orderDataSource") DataSource dataSource) {}
                }
                """)
            .certain("config", "billing", "orders"),
        violation("config: a qualifier on a field with a template")
            .source(
                "com/acme/billing/Reports.java",
                """
                package com.acme.billing;
                import org.springframework.beans.factory.annotation.*;
                import org.springframework.jdbc.core.simple.JdbcClient;
                class Reports {
                  @Autowired @Qualifier("customersJdbcClient") private JdbcClient client;
                }
                """)
            .certain("config", "billing", "customers"),
        violation("config: a qualifier annotation made by hand")
            .source(
                "com/acme/order/OrdersDb.java",
                """
                package com.acme.order;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME)
                @org.springframework.beans.factory.annotation.Qualifier("ordersDataSource")
                public @interface OrdersDb {}
                """)
            .source(
                "com/acme/billing/Reports.java",
                """
                package com.acme.billing;
                class Reports {
                  Reports(@com.acme.order.OrdersDb javax.sql.DataSource dataSource) {}
                }
                """)
            .certain("config", "billing", "orders"),
        violation("config: another module's transaction manager")
            .source(
                "com/acme/billing/Payments.java",
                """
                package com.acme.billing;
                import org.springframework.transaction.annotation.Transactional;
                class Payments {
                  @Transactional(transactionManager = "orderTransactionManager") public void pay(long id) {}
                }
                """)
            .certain("config", "billing", "orders"),
        violation("config: another module's persistence unit")
            .source(
                "com/acme/billing/Payments.java",
                """
                package com.acme.billing;
                import jakarta.persistence.*;
                class Payments {
                  @PersistenceContext(unitName = "orders") private EntityManager em;
                }
                """)
            .certain("config", "billing", "orders"),
        violation("config: repositories of another package switched on")
            .source(
                "com/acme/billing/Persistence.java",
                """
                package com.acme.billing;
                import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
                @EnableJpaRepositories(basePackages = "com.acme.order.internal", entityManagerFactoryRef = "billingEntityManagerFactory")
                class Persistence {}
                """)
            .possible("config", "billing", "orders"),
        jdbc(
                violation("config: the password read from the environment"),
                "billing",
                """
                DataSource other(org.springframework.core.env.Environment environment) {
                  return new org.springframework.jdbc.datasource.SimpleDriverDataSource(null, environment.getProperty("order.datasource.url"), "order_app", environment.getRequiredProperty("order.datasource.password"));
                }
                """)
            .possible("config", "billing", "orders"),
        violation("config: the properties of a module name another one's schema")
            .resource(
                "config/billing/application.properties",
                "spring.jpa.properties.hibernate.default_schema=orders\nspring.datasource.url=jdbc:postgresql://db/shop?currentSchema=orders\n")
            .possible("config", "billing", "orders"));
  }
}
