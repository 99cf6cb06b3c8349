package com.gopher.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Modules of the build as modules: they share a package, and the names of their scripts, and still
 * each owns what its own scripts create.
 */
class ModulesOfBuildsTest {

  private static final String SCRIPT = "db/migration/V1__init.sql";

  @TempDir private Path project;

  @ParameterizedTest
  @CsvSource({
    "MAVEN, target/classes, target/classes",
    "GRADLE, build/classes/java/main, build/resources/main"
  })
  void aModuleThatReachesIntoAnotherOneIsFound(ModulesFrom from, String classes, String resources)
      throws IOException {
    orders(project.resolve("order"), classes, resources);
    invoices(project.resolve("billing"), classes, resources, "purchase");

    Report report = DataOwnership.of(project).modulesFrom(from).inspect();

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.module()).isEqualTo("billing");
              assertThat(finding.owner()).isEqualTo("order");
              assertThat(finding.table()).isEqualTo("purchase");
            });
    assertThat(report.text()).contains("billing (1)", "order (1)");
  }

  @Test
  void aModuleThatKeepsToItsOwnIsSilent() throws IOException {
    orders(project.resolve("order"), "target/classes", "target/classes");
    invoices(project.resolve("billing"), "target/classes", "target/classes", "invoice");

    assertThat(DataOwnership.of(project).modulesFrom(ModulesFrom.MAVEN).inspect().findings())
        .isEmpty();
  }

  @Test
  void outputsThatAreNamedOneByOneAreModulesToo() throws IOException {
    orders(project.resolve("order"), "target/classes", "target/classes");
    invoices(project.resolve("billing"), "target/classes", "target/classes", "purchase");

    assertThat(
            DataOwnership.of(
                    project.resolve("order/target/classes"),
                    project.resolve("billing/target/classes"))
                .modulesFrom(ModulesFrom.MAVEN)
                .inspect()
                .findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.owner()).isEqualTo("order"));
  }

  @Test
  void jarsAreModulesByTheirNamesWithoutVersion() throws IOException {
    orders(project.resolve("order"), "target/classes", "target/classes");
    invoices(project.resolve("billing"), "target/classes", "target/classes", "purchase");
    Path orders = jar("order-1.0.0-SNAPSHOT.jar", project.resolve("order/target/classes"));
    Path invoices = jar("billing-2.jar", project.resolve("billing/target/classes"));

    assertThat(
            DataOwnership.of(orders, invoices).modulesFrom(ModulesFrom.GRADLE).inspect().findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.module() + finding.owner()).isEqualTo("billingorder"));
  }

  @Test
  void scriptsOfAllInOneModuleBelongToTheApplication() throws IOException {
    Path classes = Files.createDirectories(project.resolve("start/target/classes"));
    compile(classes, "package com.acme; public class Start {}");
    write(
        classes.resolve("db/migration/V1__orders.sql"),
        "CREATE TABLE purchase (id INT); CREATE TABLE invoice (id INT, purchase INT);");
    entity("order", "Purchase");
    entity("billing", "Invoice");

    assertThat(DataOwnership.of(project).modulesFrom(ModulesFrom.MAVEN).inspect().findings())
        .isEmpty();
  }

  @Test
  void withoutASecondModuleItSaysWhatToDo() throws IOException {
    orders(project.resolve("order"), "target/classes", "target/classes");

    assertThatThrownBy(() -> DataOwnership.of(project).modulesFrom(ModulesFrom.MAVEN).inspect())
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("Fewer than two Maven modules")
        .hasMessageContaining("only order")
        .hasMessageContaining("mvn compile");
    assertThatThrownBy(() -> DataOwnership.of(project).modulesFrom(ModulesFrom.GRADLE).inspect())
        .hasMessageContaining("Fewer than two Gradle projects");
  }

  @Test
  void aPackageAndABuildAreNotTakenTogether() throws IOException {
    orders(project.resolve("order"), "target/classes", "target/classes");

    assertThatThrownBy(
            () ->
                DataOwnership.of(project)
                    .modulesFrom(ModulesFrom.MAVEN)
                    .basePackage("com.acme")
                    .inspect())
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("--base-package or --modules-from");
  }

  @Test
  void wherePackagesAreNoModulesTheBuildIsPointedTo() throws IOException {
    orders(project.resolve("order"), "target/classes", "target/classes");
    invoices(project.resolve("billing"), "target/classes", "target/classes", "invoice");

    assertThatThrownBy(() -> DataOwnership.of(project).inspect())
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("--modules-from");
  }

  @Test
  void aModuleIsCalledAfterItsDirectoryOrItsWholePathIfAnotherIsCalledSo() {
    List<String> all = List.of("shop/api", "bank/api", "ledger", "");

    assertThat(all.stream().map(each -> ModulesFrom.nameOf(each, all)))
        .containsExactly("shop/api", "bank/api", "ledger", "root");
  }

  private static void orders(Path module, String classes, String resources) throws IOException {
    compile(
        Files.createDirectories(module.resolve(classes)),
        "package com.acme.shop; public interface Orders { String statusOf(long id); }");
    write(module.resolve(resources).resolve(SCRIPT), "CREATE TABLE purchase (id INT);\n");
  }

  private static void invoices(Path module, String classes, String resources, String table)
      throws IOException {
    compile(
        Files.createDirectories(module.resolve(classes)),
        "package com.acme.shop; class Invoices { static final String ALL = \"SELECT id FROM "
            + table
            + " WHERE id = ?\"; }");
    write(module.resolve(resources).resolve(SCRIPT), "CREATE TABLE invoice (id INT);\n");
  }

  private void entity(String module, String name) throws IOException {
    compile(
        Files.createDirectories(project.resolve(module + "/target/classes")),
        "package jakarta.persistence; @interface Entity {}",
        "package jakarta.persistence; @Entity class " + name + " { Long id; }");
  }

  private static void compile(Path classes, String... sources) throws IOException {
    Path directory = Files.createTempDirectory(classes.getParent(), "sources");
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    for (String source : sources) {
      String name = source.replaceAll("(?s).*?(?:class|interface) (\\w+).*", "$1");
      arguments.add(Files.writeString(directory.resolve(name + ".java"), source).toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .as(Arrays.toString(sources))
        .isZero();
  }

  private Path jar(String name, Path classes) throws IOException {
    Path jar = project.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
