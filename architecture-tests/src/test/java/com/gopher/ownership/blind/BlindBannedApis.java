package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.blind.SampleClass.jpa;
import static com.gopher.ownership.gallery.Sample.violation;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Ways round the module's own DataSource. */
final class BlindBannedApis implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        violation("banned: a connection from the driver manager")
            .source(
                "com/acme/billing/Direct.java",
                """
                package com.acme.billing;
                import java.sql.*;
                class Direct {
                  Connection open() throws SQLException { return DriverManager.getConnection("jdbc:postgresql://db/shop", "orders", "secret"); }
                }
                """)
            .certain("banned-api", "billing", "orders"),
        violation("banned: a pool made by hand")
            .source(
                "com/acme/billing/Pool.java",
                """
                package com.acme.billing;
                import com.zaxxer.hikari.*;
                class Pool {
                  javax.sql.DataSource create() {
                    HikariConfig config = new HikariConfig();
                    config.setJdbcUrl("jdbc:postgresql://db/shop");
                    return new HikariDataSource(config);
                  }
                }
                """)
            .certain("banned-api", "billing", "orders"),
        violation("banned: a driver manager data source")
            .source(
                "com/acme/billing/Pool.java",
                """
                package com.acme.billing;
                import org.springframework.jdbc.datasource.DriverManagerDataSource;
                class Pool {
                  javax.sql.DataSource create() { return new DriverManagerDataSource("jdbc:postgresql://db/shop", "customers", "secret"); }
                }
                """)
            .certain("banned-api", "billing", "customers"),
        violation("banned: a bean by name from the context")
            .source(
                "com/acme/billing/Lookup.java",
                """
                package com.acme.billing;
                import org.springframework.context.*;
                class Lookup implements ApplicationContextAware {
                  private ApplicationContext context;
                  @Override public void setApplicationContext(ApplicationContext context) { this.context = context; }
                  Object orders() { return context.getBean("orderRepository"); }
                }
                """)
            .certain("banned-api", "billing", "orders"),
        violation("banned: a bean by type from the factory")
            .source(
                "com/acme/billing/Lookup.java",
                """
                package com.acme.billing;
                import org.springframework.beans.factory.ListableBeanFactory;
                class Lookup {
                  Object pools(ListableBeanFactory factory) { return factory.getBeansOfType(javax.sql.DataSource.class).get("ordersDataSource"); }
                }
                """)
            .certain("banned-api", "billing", "orders"),
        jpa(
                violation("banned: a walk over the metamodel"),
                "billing",
                """
                long all() {
                  return em.getMetamodel().getEntities().stream().filter(e -> e.getName().startsWith("Ord")).map(e -> em.createQuery("select count(x) from " + e.getName() + " x", Long.class).getSingleResult()).findFirst().orElse(0L);
                }
                """)
            .certain("banned-api", "billing", "orders"),
        violation("banned: psql in a process")
            .source(
                "com/acme/billing/Shell.java",
                """
                package com.acme.billing;
                class Shell {
                  Process start() throws java.io.IOException { return new ProcessBuilder("psql", "-d", "shop", "-c", "DELETE FROM orders.orders").inheritIO().start(); }
                }
                """)
            .certain("banned-api", "billing", "orders"),
        violation("banned: a dump with the runtime")
            .source(
                "com/acme/billing/Shell.java",
                """
                package com.acme.billing;
                class Shell {
                  Process dump() throws java.io.IOException { return Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "pg_dump --table=customers.customer shop > /tmp/c.sql"}); }
                }
                """)
            .certain("banned-api", "billing", "customers"),
        violation("banned: another module's class by name")
            .source(
                "com/acme/billing/Mirror.java",
                """
                package com.acme.billing;
                class Mirror {
                  Object entity() throws ReflectiveOperationException {
                    Class<?> type = Class.forName("com.acme.order.internal." + "OrderEntity");
                    return type.getDeclaredConstructor().newInstance();
                  }
                }
                """)
            .certain("banned-api", "billing", "orders.orders"),
        violation("banned: a class by name through a class loader")
            .source(
                "com/acme/order/Mirror.java",
                """
                package com.acme.order;
                class Mirror {
                  private static final String TYPE = "com.acme.customer.internal.CustomerRepository";
                  Class<?> type() throws ClassNotFoundException { return Thread.currentThread().getContextClassLoader().loadClass(TYPE); }
                  Class<?> again() throws ClassNotFoundException { return org.springframework.util.ClassUtils.forName(TYPE, null); }
                }
                """)
            .certain("banned-api", "order", "customers.customer"),
        jdbc(
                violation("banned: a data source made by the builder of the embedded database"),
                "billing",
                """
                DataSource other() { return new org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder().setName("shop").build(); }
                """)
            .possible("banned-api", "billing", "orders"));
  }
}
