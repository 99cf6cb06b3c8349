package com.gopher.cli.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command, run as a user runs it, over a small application compiled for the purpose. */
class InspectCommandTest {

  private static final String KNOWN =
      "sql billing com.acme.billing.Invoices#QUERY orders.orders https://issues.example/1";

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path project;

  @BeforeEach
  void compileAnApplication() throws IOException {
    project = directory.resolve("shop");
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--release", "17"));
    arguments.add(
        source(
            "com/acme/order/Orders.java",
            "package com.acme.order; public interface Orders { long count(); }"));
    arguments.add(
        source(
            "com/acme/billing/Invoices.java",
            "package com.acme.billing; class Invoices { static final String QUERY = \"SELECT id FROM orders.orders WHERE id = ?\"; }"));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    write(
        classes.resolve("db/migration/order/V1__orders.sql"),
        "CREATE TABLE orders.orders (id BIGINT);\n");
    write(
        classes.resolve("db/migration/billing/V1__invoices.sql"),
        "CREATE TABLE billing.invoice (id BIGINT);\n");
  }

  @Test
  void aFindingIsPrintedAndTheExitCodeIsOne() {
    assertThat(inspect(project.toString())).isEqualTo(1);

    assertThat(out.toString(UTF_8))
        .contains("module 'billing' touches 'orders.orders' of module 'order'")
        .contains(">>orders.orders<<")
        .contains("db/migration/order/V1__orders.sql:1")
        .contains("ask module 'order' by its API: Orders")
        .contains("2 modules, 2 tables, 2 classes, 3 SQL texts, 0 not understood");
  }

  @Test
  void anApplicationThatObeysHasExitCodeZero() throws IOException {
    Files.delete(project.resolve("target/classes/com/acme/billing/Invoices.class"));
    write(
        project.resolve("target/classes/com/acme/billing/other.sql"),
        "SELECT * FROM billing.invoice;");

    assertThat(
            inspect(project.toString(), "--base-package", "com.acme", "--ownership", ownership()))
        .isZero();
    assertThat(out.toString(UTF_8)).contains("data ownership: 1 modules");
  }

  @Test
  void jsonHasTheSummaryAndTheFindings() {
    assertThat(inspect(project.toString(), "--json")).isEqualTo(1);

    JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
    assertThat(json.at("/formatVersion").asInt()).isEqualTo(1);
    assertThat(json.propertyNames()).containsExactly("formatVersion", "summary", "findings");
    assertThat(json.at("/summary").propertyNames())
        .containsExactly(
            "modules",
            "tables",
            "classes",
            "sqlTexts",
            "notUnderstood",
            "findings",
            "certain",
            "accepted");
    assertThat(json.at("/summary/modules").asInt()).isEqualTo(2);
    JsonNode finding = json.at("/findings/0");
    assertThat(finding.propertyNames())
        .containsExactly(
            "rule",
            "severity",
            "module",
            "owner",
            "table",
            "class",
            "method",
            "file",
            "line",
            "text",
            "why",
            "instead");
    assertThat(finding.get("class").asString()).isEqualTo("com.acme.billing.Invoices");
  }

  @Test
  void aMigrationHasAPathAndNoClass() throws IOException {
    write(
        project.resolve("target/classes/db/migration/billing/V2__fk.sql"),
        "\nALTER TABLE billing.invoice ADD FOREIGN KEY (id) REFERENCES orders.orders (id);\n");

    inspect(project.toString(), "--json");

    List<JsonNode> found = new ArrayList<>();
    new ObjectMapper().readTree(out.toString(UTF_8)).get("findings").forEach(found::add);
    JsonNode migration =
        found.stream()
            .filter(each -> each.get("rule").asString().equals("migration"))
            .findFirst()
            .orElseThrow();
    assertThat(migration.get("class").isNull()).isTrue();
    assertThat(migration.get("file").asString()).isEqualTo("db/migration/billing/V2__fk.sql");
    assertThat(migration.get("line").asInt()).isEqualTo(2);
  }

  @Test
  void sarifIsWrittenBesideTheReport() {
    Path sarif = directory.resolve("findings.sarif");

    assertThat(inspect(project.toString(), "--sarif", sarif.toString())).isEqualTo(1);

    JsonNode json = new ObjectMapper().readTree(sarif.toFile());
    assertThat(json.get("version").asString()).isEqualTo("2.1.0");
    assertThat(json.at("/runs/0/results/0/ruleId").asString()).isEqualTo("sql");
    assertThat(
            json.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString())
        .isEqualTo("com/acme/billing/Invoices.java");
    List<String> ids = new ArrayList<>();
    json.at("/runs/0/tool/driver/rules").forEach(rule -> ids.add(rule.get("id").asString()));
    assertThat(ids)
        .containsExactly(
            "types", "sql", "mapping", "migration", "config", "api-leak", "banned-api");
  }

  @Test
  void aFatJarIsReadWithItsOwnNestedJarsOnly() throws IOException {
    Path jar = directory.resolve("shop.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      try (var files = Files.walk(project.resolve("target/classes"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          zip.putNextEntry(
              new ZipEntry(
                  "BOOT-INF/classes/" + project.resolve("target/classes").relativize(file)));
          zip.write(Files.readAllBytes(file));
        }
      }
    }

    assertThat(inspect(jar.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("2 classes");
  }

  @Test
  void anExplanationSaysWhatWasReadHowItResolvedAndWhatCameOfIt() {
    assertThat(inspect(project.toString(), "--explain", "com.acme.billing.Invoices")).isZero();

    assertThat(out.toString(UTF_8))
        .contains("com.acme.billing.Invoices, of module 'billing'")
        .contains("Invoices.java:1 (QUERY)  text: SELECT id FROM orders.orders WHERE id = ?")
        .contains(
            "'orders.orders' is a table of module 'order' (db/migration/order/V1__orders.sql:1 creates it)")
        .contains("finding (sql, certain)");
  }

  @Test
  void anExplanationOfAnInnocentClassSaysWhyItIsOne() throws IOException {
    compile(
        "com/acme/billing/Own.java",
        "package com.acme.billing; class Own { static final String OWN = \"SELECT id FROM billing.invoice WHERE id = ?\"; static final String HELP = \"orders are updated at night\"; }");

    assertThat(inspect(project.toString(), "--explain", "Own")).isZero();

    assertThat(out.toString(UTF_8))
        .contains(
            "'billing.invoice' is the module's own, shared or external (db/migration/billing/V1__invoices.sql:1 creates it)")
        .contains("text: orders are updated at night")
        .contains("no finding")
        .doesNotContain("    finding");
  }

  @Test
  void anExplanationNeedsNoOwnersAndNamesAClassThatExists() throws IOException {
    Files.delete(project.resolve("target/classes/db/migration/order/V1__orders.sql"));
    Files.delete(project.resolve("target/classes/db/migration/billing/V1__invoices.sql"));

    assertThat(inspect(project.toString(), "--explain", "Invoices")).isZero();
    assertThat(out.toString(UTF_8)).contains("SELECT id FROM orders.orders");
    assertThat(inspect(project.toString(), "--explain", "Nobody")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("There is no class Nobody");
  }

  @Test
  void classesThatNobodyCanReadAreNoPass() throws IOException {
    for (String name : List.of("order/Orders", "billing/Invoices")) {
      Path file = project.resolve("target/classes/com/acme/" + name + ".class");
      byte[] newer = Files.readAllBytes(file);
      newer[7] = 120;
      Files.write(file, newer);
    }

    assertThat(inspect(project.toString())).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .contains("None of 2 classes can be read", "Unsupported class file major version 120");
  }

  @Test
  void aStartForTheOwnershipFileIsWrittenWithTheEvidenceAndIsReadBack() throws IOException {
    Path file = directory.resolve("start.yml");

    assertThat(inspect(project.toString(), "--suggest", file.toString())).isZero();
    assertThat(Files.readString(file))
        .contains("base-package: com.acme")
        .contains("  order:\n    schemas:\n      - orders # ")
        .contains("V1__orders.sql:1 creates it");

    Files.delete(project.resolve("target/classes/db/migration/order/V1__orders.sql"));
    assertThat(inspect(project.toString(), "--ownership", file.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("start.yml gives it");
  }

  @Test
  void aStartIsWrittenAlsoWhereNobodyOwnsAnything() throws IOException {
    Files.delete(project.resolve("target/classes/db/migration/order/V1__orders.sql"));
    Files.delete(project.resolve("target/classes/db/migration/billing/V1__invoices.sql"));
    compile(
        "com/acme/billing/Log.java",
        "package com.acme.billing; class Log { void go(java.sql.Statement s) throws Exception { s.execute(\"DELETE FROM audit_log\"); s.execute(\"DELETE FROM shared_log\"); } }");
    compile(
        "com/acme/order/Log.java",
        "package com.acme.order; class Log { void go(java.sql.Statement s) throws Exception { s.execute(\"DELETE FROM shared_log\"); } }");
    Path file = directory.resolve("start.yml");

    assertThat(inspect(project.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--suggest data-ownership.yml");
    assertThat(inspect(project.toString(), "--suggest", file.toString())).isZero();
    assertThat(Files.readString(file))
        .contains("      - audit_log # only this module names it, in Log.java:1")
        .contains("  # - shared_log # named by billing (Log.java:1), order (Log.java:1)");
    assertThat(inspect(project.toString(), "--ownership", file.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("'shared_log', whose owner is not known");
  }

  @Test
  void aFileThatIsThereIsNotOverwrittenByASuggestion() throws IOException {
    Path file = directory.resolve("start.yml");
    write(file, "shared: []\n");

    assertThat(inspect(project.toString(), "--suggest", file.toString())).isEqualTo(2);
    assertThat(file).hasContent("shared: []");
    assertThat(err.toString(UTF_8)).contains("was left as it is");
  }

  @Test
  void theCrossingsAreDrawnForGraphvizAndMermaid() throws IOException {
    Path dot = directory.resolve("crossings.dot");
    Path mermaid = directory.resolve("crossings.mmd");

    assertThat(inspect(project.toString(), "--graph", dot.toString())).isEqualTo(1);
    assertThat(inspect(project.toString(), "--graph", mermaid.toString())).isEqualTo(1);
    assertThat(dot).content().contains("\"billing\" -> \"order\" [label=\"1\"];");
    assertThat(mermaid).content().startsWith("flowchart LR");
    assertThat(inspect(project.toString(), "--graph", directory.resolve("x.png").toString()))
        .isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(".dot or .mmd");
  }

  @Test
  void severalPathsAreOneApplication() throws IOException {
    Path other = directory.resolve("other");
    Files.createDirectories(other.resolve("com/acme/order"));
    Path orders = project.resolve("target/classes/com/acme/order/Orders.class");
    Files.move(orders, other.resolve("com/acme/order/Orders.class"));

    assertThat(inspect(project.toString(), other.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("2 modules, 2 tables, 2 classes");
  }

  @Test
  void whatHasNoCodeHasItsLineWhereTheSourceIsThere() throws IOException {
    String text =
        """
        package com.acme.billing;

        /** Not here: QUERY = "", nor find(). */
        interface Mapped {
          String OWN =
              "SELECT id FROM billing.invoice WHERE id = ?";

          String QUERY = "SELECT id FROM orders.orders WHERE id = ?";
        }

        interface Asked {
          @Query("SELECT total FROM orders.orders WHERE id = ?")
          long find(long id);
        }

        @interface Query { String value(); }

        @interface Subselect { String value(); }

        @Subselect("SELECT status FROM orders.orders WHERE id = ?")
        class Whole { }
        """;
    Files.delete(project.resolve("target/classes/com/acme/billing/Invoices.class"));
    Path beside = project.resolve("src/main/java/com/acme/billing/Mapped.java");
    compile("com/acme/billing/Mapped.java", text);

    inspect(project.toString(), "--json");
    assertThat(linesOf(out.toString(UTF_8).lines().reduce((a, b) -> b).orElseThrow()))
        .as("without the source")
        .containsExactlyInAnyOrder(0, 0, 21);

    write(beside, text);
    inspect(project.toString(), "--json");
    assertThat(linesOf(out.toString(UTF_8).lines().reduce((a, b) -> b).orElseThrow()))
        .containsExactlyInAnyOrder(8, 13, 20);
  }

  @Test
  void modulesMayBeThoseOfTheBuild() throws IOException {
    Path both = directory.resolve("both");
    Path billing = both.resolve("invoicing/target/classes");
    Path order = both.resolve("orders/target/classes");
    for (Path classes : List.of(billing, order)) {
      Files.createDirectories(classes.resolve("com/acme"));
    }
    Files.move(
        project.resolve("target/classes/com/acme/billing"), billing.resolve("com/acme/billing"));
    Files.move(project.resolve("target/classes/com/acme/order"), order.resolve("com/acme/order"));
    write(order.resolve("db/migration/V1__a.sql"), "CREATE TABLE orders.orders (id BIGINT);\n");
    write(billing.resolve("db/migration/V1__b.sql"), "CREATE TABLE billing.invoice (id BIGINT);\n");

    assertThat(inspect(both.toString(), "--modules-from", "maven")).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains("module 'invoicing' touches 'orders.orders' of module 'orders'")
        .contains("modules of the build, its Maven modules");
    assertThat(inspect(both.toString(), "--modules-from", "gradle")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("gradle classes");
  }

  @Test
  void aBaselineHidesWhatIsKnown() throws IOException {
    Path baseline = directory.resolve("known.txt");
    write(baseline, KNOWN + "\n");

    assertThat(inspect(project.toString(), "--baseline", baseline.toString())).isZero();
  }

  @Test
  void aBaselineIsUpdatedByOneCommandOnly() throws IOException {
    Path baseline = directory.resolve("known.txt");

    assertThat(inspect(project.toString(), "--baseline", baseline.toString())).isEqualTo(2);
    assertThat(baseline).doesNotExist();
    int expected = System.getenv("CI") == null ? 0 : 2;
    assertThat(
            inspect(
                project.toString(),
                "--baseline",
                baseline.toString(),
                "--update-baseline",
                "--issue",
                "https://issues.example/1"))
        .isEqualTo(expected);
    if (expected == 0) {
      assertThat(Files.readAllLines(baseline)).contains(KNOWN);
    }
  }

  @Test
  void whatIsNoApplicationIsAnErrorOfOneSentence() throws IOException {
    Path text = directory.resolve("notes.txt");
    write(text, "no jar");

    assertThat(inspect(text.toString())).isEqualTo(2);
    assertThat(inspect(directory.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(inspect(Files.createDirectory(directory.resolve("empty")).toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines())
        .hasSize(3)
        .allMatch(line -> line.contains("name") || line.contains("compile"));
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  private static List<Integer> linesOf(String json) {
    List<Integer> lines = new ArrayList<>();
    new ObjectMapper()
        .readTree(json)
        .get("findings")
        .forEach(finding -> lines.add(finding.get("line").asInt()));
    return lines;
  }

  private String ownership() throws IOException {
    Path file = directory.resolve("owners.yml");
    write(file, "modules:\n  billing: {schemas: [billing]}\n  order: {schemas: [orders]}\n");
    Files.deleteIfExists(project.resolve("target/classes/com/acme/order/Orders.class"));
    write(project.resolve("target/classes/marker.properties"), "a=b\n");
    Files.copy(
        compiled("package com.acme.billing; class Empty {}"),
        project.resolve("target/classes/com/acme/billing/Empty.class"));
    return file.toString();
  }

  private void compile(String path, String text) throws IOException {
    String classes = project.resolve("target/classes").toString();
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes, "--release", "17", source(path, text)))
        .isZero();
  }

  private Path compiled(String text) throws IOException {
    Path target = Files.createDirectories(directory.resolve("other"));
    ToolProvider.getSystemJavaCompiler()
        .run(
            null, null, null, "-d", target.toString(), source("com/acme/billing/Empty.java", text));
    return target.resolve("com/acme/billing/Empty.class");
  }

  private String source(String path, String text) throws IOException {
    Path file = directory.resolve("src").resolve(path);
    write(file, text);
    return file.toString();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int inspect(String... arguments) {
    var console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    return new CommandLine(new InspectCommand(console))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }
}
