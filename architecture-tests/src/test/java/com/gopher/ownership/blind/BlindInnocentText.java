package com.gopher.ownership.blind;

import static com.gopher.ownership.blind.SampleClass.jdbc;
import static com.gopher.ownership.gallery.Sample.innocent;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;

/** Text that has the words of SQL or the names of tables, and is for people or other machines. */
final class BlindInnocentText implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        jdbc(
            innocent("text: log and exception beside real SQL"),
            "billing",
            """
            private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Access.class);
            void close(long id) {
              LOG.info("Select orders from customer {} and update billing", id);
              int rows = jdbc.update("update billing.invoice set status = 'CLOSED' where id = ?", id);
              if (rows == 0) { throw new IllegalStateException("Nothing to delete from orders.orders for invoice " + id); }
              LOG.debug("joined orders.order_line, {} rows", rows);
            }
            """),
        innocent("text: buttons and hints")
            .source(
                "com/acme/billing/Texts.java",
                """
                package com.acme.billing;
                final class Texts {
                  static final String HINT = "Select an order from the list, then update customer details";
                  static final String CONFIRM = "Delete from order?";
                  static final String[] TABS = {"Orders", "Customer", "Invoice"};
                  static String title(String name) { return "Insert into customer " + name + " values you know"; }
                }
                """),
        jdbc(
            innocent("text: JSON beside real SQL"),
            "billing",
            """
            String json(long id) {
              String status = jdbc.queryForObject("select status from billing.invoice where id = ?", String.class, id);
              return \"""
                  {"table": "orders.orders", "from": "customer", "select": ["orders", "customer"], "status": "%s"}
                  \""".formatted(status);
            }
            """),
        innocent("text: paths of a controller")
            .source(
                "com/acme/billing/InvoiceController.java",
                """
                package com.acme.billing;
                import org.springframework.web.bind.annotation.*;
                @RestController @RequestMapping("/orders")
                class InvoiceController {
                  private final Invoices invoices;
                  InvoiceController(Invoices invoices) { this.invoices = invoices; }
                  @GetMapping("/{order}/customer") long count(@PathVariable("order") long order) { return invoices.countOf(order); }
                  @DeleteMapping("/delete/from/orders/{customer}") void delete(@PathVariable("customer") long customer) {}
                }
                """),
        innocent("text: OpenAPI")
            .source(
                "com/acme/billing/InvoiceView.java",
                """
                package com.acme.billing;
                import io.swagger.v3.oas.annotations.*;
                import io.swagger.v3.oas.annotations.media.Schema;
                @Schema(name = "Order", description = "Selected from orders.orders, see SELECT * FROM orders.orders")
                class InvoiceView {
                  @Schema(example = "customers.customer") String source;
                  @Operation(summary = "Select orders from customer", description = "update orders set status") void read() {}
                }
                """),
        innocent("text: a Kafka listener")
            .source(
                "org/springframework/kafka/annotation/KafkaListener.java",
                """
                package org.springframework.kafka.annotation;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME)
                public @interface KafkaListener { String[] topics() default {}; String groupId() default ""; }
                """)
            .source(
                "com/acme/billing/OrderListener.java",
                """
                package com.acme.billing;
                import org.springframework.kafka.annotation.KafkaListener;
                class OrderListener {
                  static final String TOPIC = "orders.orders";
                  @KafkaListener(topics = {TOPIC, "customers.customer"}, groupId = "billing") void on(String text) {}
                }
                """),
        jdbc(
            innocent("text: labels and topics beside real SQL"),
            "billing",
            """
            void send(BiConsumer<String, String> bus, Map<String, Integer> metrics) {
              Integer count = jdbc.queryForObject("select count(*) from billing.invoice", Integer.class);
              bus.accept("orders.orders", "customer");
              metrics.put("orders.order_line", count);
              metrics.merge("customers.customer.count", 1, Integer::sum);
            }
            """),
        innocent("text: cache names and locks")
            .source(
                "com/acme/billing/Cached.java",
                """
                package com.acme.billing;
                import org.springframework.cache.annotation.*;
                class Cached {
                  @Cacheable(cacheNames = "orders.orders", key = "#id") public String status(long id) { return "x"; }
                  @CacheEvict("customers.customer") public void forget(long id) {}
                }
                """),
        innocent("text: a pattern that looks for statements")
            .source(
                "com/acme/billing/Guard.java",
                """
                package com.acme.billing;
                import java.util.regex.Pattern;
                class Guard {
                  private static final Pattern SUSPICIOUS = Pattern.compile("(?i)(select|update|delete)\\\\s+.*\\\\s+from\\\\s+orders");
                  boolean bad(String text) { return SUSPICIOUS.matcher(text).find() || text.contains("drop table"); }
                }
                """),
        innocent("text: a message file of the module")
            .resource(
                "com/acme/billing/messages.properties",
                "order.pick=Select order from customer list\norder.remove=Delete from orders?\ncustomer.edit=Update customer set by support\n")
            .resource(
                "messages.properties",
                "title=Orders and customer\nhelp=Insert into orders what you like\n"),
        innocent("text: properties with topics and cron")
            .resource(
                "config/billing/application.properties",
                "billing.topic=orders.orders\nbilling.dead-letter=customers.customer.dlq\nbilling.cron=0 0 * * * *\nbilling.title=Invoices from orders\n"),
        innocent("text: a page template")
            .resource(
                "templates/billing/orders.html",
                "<html><body><h1>Orders</h1><select name=\"customer\"><option>from orders.orders</option></select></body></html>\n"),
        innocent("text: words of a CSV and a mail")
            .source(
                "com/acme/order/Mail.java",
                """
                package com.acme.order;
                class Mail {
                  String header() { return String.join(";", "order", "customer", "invoice", "from", "select"); }
                  String body(String name, long order) {
                    return \"""
                        Dear %s,
                        we will update your order %d. Please select a slot from
                        customer service and join us.
                        \""".formatted(name, order);
                  }
                }
                """),
        innocent("text: a redis key and a split")
            .source(
                "com/acme/order/Keys.java",
                """
                package com.acme.order;
                class Keys {
                  String key(long id) { return "billing.invoice:" + id; }
                  boolean mine(String key) { return key.split(":")[0].equals("billing.invoice"); }
                }
                """),
        innocent("text: an enum and a switch on names")
            .source(
                "com/acme/billing/Kind.java",
                """
                package com.acme.billing;
                enum Kind {
                  ORDERS("orders.orders"), CUSTOMER("customer");
                  final String label;
                  Kind(String label) { this.label = label; }
                  static Kind of(String label) { return switch (label) { case "orders.orders" -> ORDERS; default -> CUSTOMER; }; }
                }
                """),
        innocent("text: a help text that says why")
            .source(
                "com/acme/billing/Help.java",
                """
                package com.acme.billing;
                import com.acme.CrossModuleAccess;
                class Help {
                  @CrossModuleAccess(because = "shown to the operator, who runs it as owner of both")
                  String repair() { return "UPDATE orders.orders SET status = 'OPEN' WHERE id IN (SELECT order_id FROM billing.invoice)"; }
                }
                """),
        innocent("text: a test that proves the wall")
            .source(
                "com/acme/billing/WallTests.java",
                """
                package com.acme.billing;
                import com.acme.CrossModuleAccess;
                import org.springframework.jdbc.core.JdbcTemplate;
                @CrossModuleAccess(because = "proves that the login of billing may not read orders")
                class WallTests {
                  boolean refused(JdbcTemplate jdbc) {
                    try { jdbc.queryForList("SELECT * FROM orders.orders"); return false; }
                    catch (org.springframework.dao.DataAccessException e) { return true; }
                  }
                }
                """));
  }
}
