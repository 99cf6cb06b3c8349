package com.gopher.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Workshop;
import com.gopher.ownership.locate.Limits;
import com.gopher.ownership.report.Report;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.freeze.FreezingArchRule;
import com.tngtech.archunit.library.freeze.ViolationStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The library as its users meet it: as an assertion, an ArchUnit rule, a baseline, and when there
 * is nothing to read.
 */
class RulesAsTestsTest {

  private static final Sample OFFENDER =
      Sample.violation("an offender")
          .source(
              "com/acme/billing/Report.java",
              """
              package com.acme.billing;
              class Report {
                String query() {
                  return "SELECT id FROM orders.orders WHERE id = ?";
                }
              }
              """);

  @TempDir private Path directory;
  private Workshop workshop;

  @BeforeEach
  void openWorkshop() {
    workshop = new Workshop(directory.resolve("work"));
  }

  @Test
  void theMessageSaysWhoWhereWhyAndWhatInstead() {
    Report report = workshop.inspect(OFFENDER);

    assertThatThrownBy(report::assertClean)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "[sql, certain] module 'billing' touches 'orders.orders' of module 'order'")
        .hasMessageContaining("Report.java:4")
        .hasMessageContaining("com.acme.billing.Report#query")
        .hasMessageContaining("FROM >>orders.orders<< WHERE")
        .hasMessageContaining("package-info.java of com.acme.order says @OwnsSchema(\"orders\")")
        .hasMessageContaining(
            "ask module 'order' by its API: Orders; or listen to its events: OrderPlaced")
        .hasMessageContaining("@CrossModuleAccess(because = \"...\")")
        .hasMessageContaining("3 modules, 6 tables");
  }

  @Test
  void aTextThatSharedCodeIsHandedIsFoundWhereItIsSuppliedWithItsWay() {
    Sample offender =
        Sample.violation("a helper that is handed another's table")
            .source(
                "com/acme/common/Rows.java",
                """
                package com.acme.common;
                public final class Rows {
                  public static Object of(org.springframework.jdbc.core.JdbcTemplate jdbc, String table) {
                    return jdbc.queryForList("SELECT id FROM " + table + " WHERE id = 1");
                  }
                }
                """)
            .source(
                "com/acme/billing/Report.java",
                """
                package com.acme.billing;
                class Report {
                  Object lines(org.springframework.jdbc.core.JdbcTemplate jdbc) {
                    return com.acme.common.Rows.of(jdbc, "orders.orders");
                  }
                }
                """);

    assertThat(workshop.inspect(offender).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where()).isEqualTo("Report.java:4");
              assertThat(finding.place()).isEqualTo("com.acme.billing.Report#lines");
              assertThat(finding.why()).endsWith("the text goes through Rows.of (Rows.java:4)");
            });
  }

  /** What only others implement is asked of them; what hands out rows or fails is no API either. */
  @Test
  void theAdviceNamesOnlyWhatCanBeAskedAndExposesNoStorage() {
    Sample offender =
        Sample.violation("an offender beside an SPI")
            .source(
                "com/acme/customer/CustomerCheck.java",
                "package com.acme.customer; public interface CustomerCheck { boolean ok(long id); }")
            .source(
                "com/acme/customer/CustomerScans.java",
                "package com.acme.customer; public interface CustomerScans { java.util.List<com.acme.customer.internal.Customer> all(); }")
            .source(
                "com/acme/customer/AllCustomersImpl.java",
                "package com.acme.customer; public class AllCustomersImpl implements Customers { public String nameOf(long id) { return null; } }")
            .source(
                "com/acme/customer/CustomerMissingException.java",
                "package com.acme.customer; public class CustomerMissingException extends RuntimeException { public int code() { return 4; } }")
            .source(
                "com/acme/billing/SolventCheck.java",
                """
                package com.acme.billing;
                class SolventCheck implements com.acme.customer.CustomerCheck {
                  static final String QUERY = "SELECT 1 FROM customers.customer WHERE id = ?";
                  public boolean ok(long id) { return true; }
                }
                """);

    List<Finding> billing =
        workshop.inspect(offender).findings().stream()
            .filter(finding -> finding.module().equals("billing"))
            .toList();

    assertThat(billing)
        .extracting(Finding::instead)
        .containsExactly("ask module 'customer' by its API: Customers");
  }

  @Test
  void theArchUnitRuleFailsForTheOffenderAndPassesWithout() {
    JavaClasses clean = new ClassFileImporter().importPath(workshop.ground());
    assertThatCode(() -> DataOwnershipRules.modulesTouchOnlyTheirOwnData().check(clean))
        .doesNotThrowAnyException();

    JavaClasses offending =
        new ClassFileImporter().importPaths(workshop.build(OFFENDER), workshop.ground());
    assertThatThrownBy(() -> DataOwnershipRules.modulesTouchOnlyTheirOwnData().check(offending))
        .hasMessageContaining("touches 'orders.orders' of module 'order'");
    assertThatCode(() -> DataOwnershipRules.only(Rule.TYPES).check(offending))
        .doesNotThrowAnyException();
  }

  @Test
  void aFrozenRuleAcceptsWhatWasThere() {
    JavaClasses offending =
        new ClassFileImporter().importPaths(workshop.build(OFFENDER), workshop.ground());
    FreezingArchRule frozen =
        FreezingArchRule.freeze(DataOwnershipRules.modulesTouchOnlyTheirOwnData())
            .persistIn(new Remembered());
    assertThatCode(() -> frozen.check(offending)).doesNotThrowAnyException();
    assertThatCode(() -> frozen.check(offending)).doesNotThrowAnyException();
  }

  @Test
  void anAcceptedCrossingIsListedWithItsReasonAndAnEmptyReasonAcceptsNothing() {
    Report accepted = workshop.inspect(crossing("proves the wall"));
    assertThat(accepted.findings()).isEmpty();
    assertThat(accepted.text()).contains("accepted:").contains("because proves the wall");

    assertThat(workshop.inspect(crossing(" ")).findings()).hasSize(1);
  }

  @Test
  void anEmptyScopeFails() throws IOException {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    assertThatThrownBy(() -> DataOwnership.of(empty).inspect())
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("no compiled classes");
    assertThatThrownBy(
            () -> DataOwnership.of(workshop.ground()).basePackage("org.nobody").inspect())
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("No modules");
    Path bare = Files.createDirectories(directory.resolve("bare/com/acme/billing"));
    Files.copy(
        workshop.ground().resolve("com/acme/billing/Invoices.class"),
        bare.resolve("Invoices.class"));
    assertThatThrownBy(
            () -> DataOwnership.of(directory.resolve("bare")).basePackage("com.acme").inspect())
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("No owner of any table");
  }

  /** Who owns them may be unknown; that there are tables is enough to be read. */
  @Test
  void anApplicationWithTablesAndNoOwnersIsRead() throws IOException {
    Path bare = Files.createDirectories(directory.resolve("bare/com/acme/billing"));
    Files.copy(
        workshop.ground().resolve("com/acme/billing/Invoices.class"),
        bare.resolve("Invoices.class"));
    Files.writeString(directory.resolve("bare/install.sql"), "CREATE TABLE invoice (id INT);\n");

    Report report = DataOwnership.of(directory.resolve("bare")).basePackage("com.acme").inspect();

    assertThat(report.modules()).containsExactly("billing");
  }

  @Test
  void aPatternForASchemaIsRefusedWithItsLine() throws IOException {
    Path owners = directory.resolve("owners.yml");
    Files.writeString(owners, "modules:\n  order: {schemas: [\"ord*\"]}\n");

    assertThatThrownBy(() -> DataOwnership.of(workshop.ground()).ownershipFile(owners).inspect())
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("owners.yml:2")
        .hasMessageContaining("ord*");
  }

  @Test
  void aBaselineNeedsLinksAndFailsWhenStale() throws IOException {
    Report report = workshop.inspect(OFFENDER);
    Path file = directory.resolve("baseline.txt");
    String key = "sql billing com.acme.billing.Report#query orders.orders";

    Files.writeString(file, key + "\n");
    assertThatThrownBy(() -> Baseline.read(file))
        .hasMessageContaining("baseline.txt:1")
        .hasMessageContaining("link");
    Files.writeString(file, key + " https://issues.example/7\n");
    assertThat(Baseline.read(file).apply(report, true).findings()).isEmpty();
    Files.writeString(
        file,
        key
            + " https://issues.example/7\nsql billing com.acme.Gone#x orders.orders https://issues.example/8\n");
    assertThatThrownBy(() -> Baseline.read(file).apply(report, true))
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("stale")
        .hasMessageContaining("com.acme.Gone#x");
    assertThatThrownBy(() -> Baseline.read(directory.resolve("none.txt")))
        .hasMessageContaining("does not exist");
  }

  @Test
  void archivesAreBoundedInSizeCountAndDepth() throws IOException {
    byte[] inner = zip("com/acme/A.class", new byte[10]);
    Path jar = directory.resolve("deep.jar");
    Files.write(jar, zip("a.jar", zip("b.jar", zip("c.jar", inner))));

    assertThatThrownBy(
            () ->
                DataOwnership.of(jar).limits(new Limits(2, 100, 10_000, 10_000, 10_000)).inspect())
        .hasMessageContaining("deeper than 2");
    Path large = directory.resolve("large.jar");
    Files.write(large, zip("com/acme/A.class", new byte[5_000]));
    assertThatThrownBy(
            () ->
                DataOwnership.of(large).limits(new Limits(3, 100, 1_000, 10_000, 10_000)).inspect())
        .hasMessageContaining("1000 bytes");
    assertThatThrownBy(
            () ->
                DataOwnership.of(large).limits(new Limits(3, 0, 10_000, 10_000, 10_000)).inspect())
        .hasMessageContaining("entries");
  }

  @Test
  void bytecodeOfJava25IsRead() throws IOException {
    Path compiled = workshop.build(OFFENDER).resolve("com/acme/billing/Report.class");
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(compiled))
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String name,
                  String signature,
                  String superName,
                  String[] interfaces) {
                super.visit(Opcodes.V25, access, name, signature, superName, interfaces);
              }
            },
            0);
    Files.write(compiled, writer.toByteArray());

    assertThat(workshop.inspect(OFFENDER).certain())
        .extracting(Finding::table)
        .isEqualTo(List.of("orders.orders"));
  }

  private static Sample crossing(String because) {
    return Sample.violation("a crossing")
        .source(
            "com/acme/billing/Crossing.java",
            "package com.acme.billing; @com.acme.CrossModuleAccess(because = \""
                + because
                + "\") class Crossing { String q = \"DELETE FROM orders.orders WHERE id = 1\"; }");
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** Keeps frozen violations for the length of a test. */
  private static final class Remembered implements ViolationStore {

    private final Map<String, List<String>> violations = new HashMap<>();

    @Override
    public void initialize(Properties properties) {
      // There is nothing to set up.
    }

    @Override
    public boolean contains(ArchRule rule) {
      return violations.containsKey(rule.getDescription());
    }

    @Override
    public void save(ArchRule rule, List<String> known) {
      violations.put(rule.getDescription(), known);
    }

    @Override
    public List<String> getViolations(ArchRule rule) {
      return violations.getOrDefault(rule.getDescription(), List.of());
    }
  }
}
