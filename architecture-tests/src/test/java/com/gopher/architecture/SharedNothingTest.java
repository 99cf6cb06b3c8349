package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.report.Report;
import com.gophershop.GopherShop;
import com.gotracker.GoTracker;
import com.gotracker.sample.ReadsTheShopsOrders;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shop and tracker share a contract and nothing else: no code, and no table of each other. */
class SharedNothingTest {

  private static final String TRACKER = "gotracker";

  private static final ArchRule NO_SHARED_CODE =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("com.gotracker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.gophershop..")
          .because("what one of them changes must never have to be rebuilt in the other");

  private static final ArchRule NO_CODE_OF_THE_TRACKER =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("com.gophershop..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.gotracker..");

  @Test
  void neitherTouchesATableOfTheOther() throws Exception {
    assertThat(foreignAccess(origin(GopherShop.class), origin(GoTracker.class))).isEmpty();
  }

  @Test
  void aTrackerThatReadsTheShopsOrdersIsFound() throws Exception {
    List<Finding> found =
        foreignAccess(
            origin(GopherShop.class),
            origin(GoTracker.class),
            origin(ReadsTheShopsOrders.class).resolve("com/gotracker"));

    assertThat(found).extracting(Finding::owner).containsOnly("order");
    assertThat(found).extracting(Finding::table).contains("orders.purchase_order");
  }

  /** What the distributed monolith puts into both programs is found, table by table. */
  @Test
  void eachTableThatADistributedMonolithSharesIsListed() throws Exception {
    List<Finding> found =
        foreignAccess(
            origin(GopherShop.class),
            origin(GoTracker.class),
            Repository.file("tools/distributed-monolith/target/classes"));

    assertThat(found)
        .extracting(finding -> finding.module() + " in " + finding.table())
        .containsOnly(
            "delivery in tracker.shipment",
            "tracking in tracker.shipment",
            "gotracker in orders.purchase_order");
  }

  @Test
  void neitherDependsOnCodeOfTheOther() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(GopherShop.class, GoTracker.class);

    NO_SHARED_CODE.check(classes);
    NO_CODE_OF_THE_TRACKER.check(classes);
  }

  @Test
  void aTrackerThatUsesTheShopsCodeIsFound() {
    var sample = new ClassFileImporter().importClasses(ReadsTheShopsOrders.class);

    assertThat(NO_SHARED_CODE.evaluate(sample).hasViolation()).isTrue();
  }

  /** Of a module of the shop to a table of the tracker, or of the tracker to one of the shop. */
  private static List<Finding> foreignAccess(Path... paths) {
    Report report =
        DataOwnership.of(paths)
            .basePackage("com")
            .ownershipFile(Path.of("src/test/resources/shop-and-tracker.yml"))
            .without(Rule.BANNED_API)
            .inspect();
    return report.findings().stream()
        .filter(finding -> !finding.owner().isEmpty())
        .filter(finding -> finding.module().equals(TRACKER) != finding.owner().equals(TRACKER))
        .toList();
  }

  private static Path origin(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
