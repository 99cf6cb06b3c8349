package com.gopher.ownership.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each application is compiled here: annotations are known by their simple names. */
class StructureTest {

  private static final String ANNOTATIONS =
      """
      package org.framework;
      import java.lang.annotation.*;
      public class Notes {
        @Retention(RetentionPolicy.RUNTIME) public @interface SpringBootApplication {}
        @Retention(RetentionPolicy.RUNTIME) public @interface Transactional {
          boolean readOnly() default false;
          String propagation() default "";
        }
        @Retention(RetentionPolicy.RUNTIME) public @interface EventListener {}
        @Retention(RetentionPolicy.RUNTIME) public @interface ApplicationModuleListener {}
        @Retention(RetentionPolicy.RUNTIME) public @interface RequestMapping { String[] value(); }
        @Retention(RetentionPolicy.RUNTIME) public @interface GetMapping { String[] value() default {}; }
      }
      """;
  private static final String MAIN =
      "package acme; @org.framework.Notes.SpringBootApplication public class Main {}";
  private static final String BILLING =
      """
      package acme.billing;
      import org.framework.Notes.*;
      public class Invoices {
        public record Invoice(String id) {}
        public record Paid(String id) {}
        @Transactional public Invoice write(String order) { return new Invoice(order); }
        @Transactional(readOnly = true) public Invoice read(String order) { return new Invoice(order); }
        @Transactional(propagation = "REQUIRES_NEW") public void log(String order) {}
        String sql() { return "select id from billing_invoice where id = ?"; }
      }
      """;

  @TempDir Path directory;

  @Test
  void aCallThatWaitsIsFoundWithItsFileAndLine() throws IOException {
    assertThat(links(LinkKind.CALL, order("String id = invoices.read(\"1\").id();")))
        .containsExactly("Invoices.read at acme/order/Checkout.java:5");
  }

  @Test
  void nobodyWaitsForWhatAValueSays() throws IOException {
    assertThat(links(LinkKind.CALL, order("new acme.billing.Invoices.Invoice(\"1\").id();")))
        .isEmpty();
  }

  @Test
  void aTransactionCrossesWhereBothSidesWriteInIt() throws IOException {
    assertThat(links(LinkKind.TRANSACTION, order("invoices.write(\"1\");")))
        .containsExactly("Invoices.write at acme/order/Checkout.java:5");
  }

  @Test
  void readingAndATransactionApartCrossNone() throws IOException {
    assertThat(links(LinkKind.TRANSACTION, order("invoices.read(\"1\"); invoices.log(\"1\");")))
        .isEmpty();
  }

  @Test
  void anEventHeardAfterTheTransactionIsOneThatIsThereAlready() throws IOException {
    String listener = listener("ApplicationModuleListener");

    assertThat(links(LinkKind.EVENT, listener))
        .containsExactly("Paid at acme/order/Listener.java:3");
    assertThat(links(LinkKind.TYPE, listener)).isEmpty();
  }

  @Test
  void anEventHeardAtOnceIsPartOfThePublishersTransaction() throws IOException {
    assertThat(links(LinkKind.TRANSACTION, listener("EventListener")))
        .containsExactly("Paid at acme/order/Listener.java:3");
  }

  @Test
  void aTypeIsOneLinkForEachClassThatNamesIt() throws IOException {
    assertThat(links(LinkKind.TYPE, order("invoices.read(\"1\"); invoices.write(\"2\");")))
        .filteredOn(it -> it.startsWith("acme.billing.Invoices at"))
        .hasSize(1);
  }

  @Test
  void modulesAreCountedWithTheirTablesAndTexts() throws IOException {
    Files.createDirectories(directory.resolve("classes/db/migration/billing"));
    Files.writeString(
        directory.resolve("classes/db/migration/billing/V1__tables.sql"),
        "create table billing_invoice (id varchar(9) primary key);");
    Structure structure = compiled(MAIN, BILLING, order(""));

    assertThat(structure.modules())
        .contains(new ModuleSize("billing", "acme.billing", 1, 1, Set.of("billing_invoice"), 2));
    assertThat(structure.classes()).isGreaterThan(3);
  }

  @Test
  void aFindingOfTheInspectionIsPartOfIt() throws IOException {
    Files.createDirectories(directory.resolve("classes/db/migration/billing"));
    Files.writeString(
        directory.resolve("classes/db/migration/billing/V1__tables.sql"),
        "create table billing_invoice (id varchar(9) primary key);");
    String intruder =
        """
        package acme.order;
        public class Intruder {
          String sql() { return "delete from billing_invoice where id = ?"; }
        }
        """;

    assertThat(compiled(MAIN, BILLING, intruder).findings())
        .extracting(Finding::owner)
        .containsExactly("billing");
  }

  @Test
  void modulesThatAreNamedAreTakenAsTheyAre() throws IOException {
    compiled(MAIN, BILLING, order(""));

    Structure structure =
        DataOwnership.of(directory.resolve("classes")).module("money", "acme.billing").structure();

    assertThat(structure.modules()).extracting(ModuleSize::name).containsExactly("money");
  }

  @Test
  void theRoutesOfControllersAreJoinedFromClassAndMethod() throws IOException {
    Structure structure =
        compiled(
            MAIN,
            """
            package acme.order;
            import org.framework.Notes.*;
            @RequestMapping("/api/orders/") public class OrderController {
              @GetMapping public void all() {}
              @GetMapping("/{id}") public void one() {}
            }
            """);

    assertThat(structure.routes())
        .containsExactlyInAnyOrder(
            new Route("order", "/api/orders", "acme.order.OrderController"),
            new Route("order", "/api/orders/{id}", "acme.order.OrderController"));
  }

  private static String order(String body) {
    return """
    package acme.order;
    public class Checkout {
      acme.billing.Invoices invoices;
      @org.framework.Notes.Transactional public void place() {
        %s
      }
    }
    """
        .formatted(body);
  }

  private static String listener(String annotation) {
    return """
    package acme.order;
    public class Listener {
      @org.framework.Notes.%s void on(acme.billing.Invoices.Paid paid) {}
    }
    """
        .formatted(annotation);
  }

  private List<String> links(LinkKind kind, String order) throws IOException {
    return compiled(MAIN, BILLING, order).links().stream()
        .filter(link -> link.kind() == kind && link.from().equals("order"))
        .map(link -> link.target() + " at " + link.file() + ":" + link.line())
        .toList();
  }

  private Structure compiled(String... sources) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-g", "-d", classes.toString()));
    List<String> all = new ArrayList<>(List.of(sources));
    all.add(ANNOTATIONS);
    for (String source : all) {
      String name = source.replaceAll("(?s).*?public class (\\w+).*", "$1");
      Path file = Files.createDirectories(directory.resolve("src/" + name)).resolve(name + ".java");
      Files.writeString(file, source);
      arguments.add(file.toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    return DataOwnership.of(classes).structure();
  }
}
