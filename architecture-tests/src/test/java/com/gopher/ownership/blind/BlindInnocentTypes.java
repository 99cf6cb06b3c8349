package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.innocent;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Types, APIs and settings that only share a name with what is forbidden. */
final class BlindInnocentTypes implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        innocent("types: the owner's API and event")
            .source(
                "com/acme/billing/Biller.java",
                """
                package com.acme.billing;
                import com.acme.order.*;
                import com.acme.customer.Customers;
                import org.springframework.modulith.events.ApplicationModuleListener;
                class Biller {
                  private final Orders orders;
                  private final Customers customers;
                  Biller(Orders orders, Customers customers) { this.orders = orders; this.customers = customers; }
                  @ApplicationModuleListener void on(OrderPlaced event) { orders.statusOf(event.orderId()); customers.nameOf(1); }
                }
                """),
        innocent("types: DTOs with the names of the entities")
            .source(
                "com/acme/billing/Order.java",
                """
                package com.acme.billing;
                public record Order(long id, String status, Customer customer) { public record Customer(long id) {} }
                """)
            .source(
                "com/acme/billing/OrderRepository.java",
                """
                package com.acme.billing;
                public interface OrderRepository { Order find(long id); }
                """),
        innocent("api: types that only sound like the database")
            .source(
                "com/acme/billing/DataSource.java",
                """
                package com.acme.billing;
                public enum DataSource { MANUAL, IMPORTED }
                """)
            .source(
                "com/acme/billing/Specification.java",
                """
                package com.acme.billing;
                public interface Specification<T> { boolean isSatisfiedBy(T candidate); DataSource source(); }
                """),
        innocent("api: pages of plain values")
            .source(
                "com/acme/order/OrderPages.java",
                """
                package com.acme.order;
                import org.springframework.data.domain.*;
                public interface OrderPages {
                  record Line(long id, String status) {}
                  Page<Line> page(Pageable pageable);
                  java.util.stream.Stream<Long> ids(java.util.Optional<String> status);
                }
                """),
        innocent("api: the entity inside the module")
            .source(
                "com/acme/order/internal/OrderMapper.java",
                """
                package com.acme.order.internal;
                import com.acme.order.OrderPlaced;
                class OrderMapper {
                  OrderPlaced placed(OrderEntity entity) { return new OrderPlaced(entity.getId()); }
                }
                """),
        innocent("config: one's own DataSource and manager")
            .source(
                "com/acme/billing/Wiring.java",
                """
                package com.acme.billing;
                import javax.sql.DataSource;
                import org.springframework.beans.factory.annotation.*;
                import org.springframework.transaction.annotation.Transactional;
                class Wiring {
                  Wiring(@Qualifier("billingDataSource") DataSource dataSource, @Value("${billing.datasource.url}") String url) {}
                  @Transactional("billingTransactionManager") public void pay() {}
                }
                """),
        innocent("config: settings and beans that are no database")
            .source(
                "com/acme/billing/Wiring.java",
                """
                package com.acme.billing;
                import java.util.concurrent.Executor;
                import org.springframework.beans.factory.annotation.*;
                class Wiring {
                  @Value("${orders.topic:orders.orders}") String topic;
                  @Value("${customer.greeting}") String greeting;
                  @Value("#{'order,customer'.split(',')}") String[] labels;
                  Wiring(@Qualifier("orderEventsExecutor") Executor executor) {}
                }
                """),
        innocent("banned: other processes")
            .source(
                "com/acme/billing/Pdf.java",
                """
                package com.acme.billing;
                class Pdf { Process start() throws java.io.IOException { return new ProcessBuilder("wkhtmltopdf", "orders.html", "orders.pdf").start(); } }
                """),
        innocent("banned: reflection at home and on the platform")
            .source(
                "com/acme/order/Mirror.java",
                """
                package com.acme.order;
                class Mirror {
                  Class<?> mine() throws ClassNotFoundException { return Class.forName("com.acme.order.internal.OrderEntity"); }
                  Class<?> json() throws ClassNotFoundException { return Class.forName("java.util.ArrayList"); }
                }
                """),
        innocent("banned: the application starts its beans")
            .source(
                "com/acme/Main.java",
                """
                package com.acme;
                import org.springframework.context.annotation.AnnotationConfigApplicationContext;
                public class Main {
                  public static void main(String[] arguments) {
                    try (var context = new AnnotationConfigApplicationContext(Shop.class)) { context.getBean(Runnable.class).run(); }
                  }
                }
                """),
        jdbc(
            innocent("types: row mapping by hand with labels"),
            "billing",
            """
            record Row(long id, String customer, String orders) {}
            List<Row> rows() {
              return jdbc.query("select id, status as customer, total as orders from billing.invoice", (row, n) -> new Row(row.getLong("id"), row.getString("customer"), row.getString("orders")));
            }
            void insert() { new SimpleJdbcInsert(jdbc).withSchemaName("billing").withTableName("invoice").usingColumns("id", "order_id").execute(Map.of("id", 1, "order_id", 2)); }
            """));
  }
}
