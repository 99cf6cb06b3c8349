package com.gopher.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Shop;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The step for code scanning and the hook are run as the page shows them, in a repository made for
 * the purpose. Only the path of the command is filled in, and the compiler of the JDK stands in for
 * Maven, which would have to fetch its plugins.
 */
@Tag("seconds")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The page shows steps for a POSIX shell.")
class DocumentedStepsTest {

  private static final String CROSSING =
      "package com.acme.billing; class Invoices { static final String ALL = \"SELECT id FROM"
          + " orders.orders WHERE id = ?\"; }";
  private static final String OBEYING = CROSSING.replace("orders.orders", "billing.invoice");

  @TempDir private Path directory;
  private Path project;
  private String page = "";

  @BeforeEach
  void makeARepository() throws IOException, InterruptedException {
    page = Files.readString(Path.of("..", "..", "docs", "data-ownership.md"));
    project = Files.createDirectories(directory.resolve("project"));
    program(
        "shop",
        "exec '%s' -cp '%s' %s \"$@\""
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Shop.class.getName()));
    program("mvn", "exec javac -d target/classes $(find src/main/java -name '*.java')");
    write(
        "src/main/java/com/acme/order/Orders.java", "package com.acme.order; interface Orders {}");
    write(
        "target/classes/db/migration/order/V1__orders.sql",
        "CREATE TABLE orders.orders (id BIGINT);\n");
    write(
        "target/classes/db/migration/billing/V1__invoices.sql",
        "CREATE TABLE billing.invoice (id BIGINT);\n");
    assertThat(run("git init -q . && git config user.name a && git config user.email a@b.c").code())
        .isZero();
    invoices(OBEYING);
  }

  @Test
  void theHookStopsACommitWithANewFinding() throws IOException, InterruptedException {
    installTheHook("");
    invoices(CROSSING);

    Run refused = run("git add -A src && git commit -q -m 'Reach over'");

    assertThat(refused.code()).as(refused.output()).isNotZero();
    assertThat(refused.output()).contains("module 'billing' touches 'orders.orders'");
    assertThat(run("git log --oneline").code()).as("nothing was committed").isNotZero();
  }

  @Test
  void theHookLetsPassWhatObeysAndWhatIsKnown() throws IOException, InterruptedException {
    installTheHook(
        "sql billing com.acme.billing.Invoices#ALL orders.orders https://issues.example/1\n");
    Run obeying = run("git add -A src && git commit -q -m 'Keep to our own'");
    assertThat(obeying.code()).as(obeying.output()).isZero();

    invoices(CROSSING);
    Run known = run("git add -A src && git commit -q -m 'Known'");
    assertThat(known.code()).as(known.output()).isZero();
    assertThat(run("git log --oneline").output().lines()).hasSize(2);
  }

  @Test
  void theHookStopsACommitThatDoesNotCompile() throws IOException, InterruptedException {
    installTheHook("");
    invoices("package com.acme.billing; class Invoices {");

    assertThat(run("git add -A src && git commit -q -m 'Half'").code()).isNotZero();
  }

  @Test
  void theStepForCodeScanningWritesWhatGitHubReads() throws IOException, InterruptedException {
    invoices(CROSSING);
    assertThat(run("mvn").code()).isZero();

    Run step = run(step());

    assertThat(step.code()).as(step.output()).isZero();
    Path file = project.resolve("findings.sarif");
    assertThat(violations(Files.readString(file))).isEmpty();
    JsonNode sarif = new ObjectMapper().readTree(file.toFile());
    List<String> ids = new ArrayList<>();
    for (JsonNode rule : sarif.at("/runs/0/tool/driver/rules")) {
      ids.add(rule.get("id").asString());
      assertThat(rule.at("/shortDescription/text").asString()).isNotEmpty();
    }
    assertThat(sarif.at("/runs/0/results")).hasSize(1);
    JsonNode result = sarif.at("/runs/0/results/0");
    assertThat(ids).contains(result.get("ruleId").asString());
    assertThat(result.get("level").asString()).isEqualTo("error");
    assertThat(result.at("/message/text").asString()).contains("orders.orders");
    assertThat(result.at("/partialFingerprints").size()).isPositive();
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString())
        .as("a relative path in slashes")
        .isEqualTo("com/acme/billing/Invoices.java");
    assertThat(place.at("/region/startLine").asInt()).isPositive();
  }

  @Test
  void theSchemaRefusesWhatIsNoSarif() throws IOException {
    assertThat(violations("{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {}}}]}"))
        .isNotEmpty();
  }

  @Test
  void theStepFailsWhereNothingCouldBeInspected() throws IOException, InterruptedException {
    assertThat(run(step().replace("inspect .", "inspect nowhere")).code()).isNotZero();
  }

  private static List<String> violations(String sarif) throws IOException {
    try (InputStream schema =
        DocumentedStepsTest.class.getResourceAsStream("sarif-2.1.0.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(sarif, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private void installTheHook(String baseline) throws IOException {
    Path hook = project.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, here(group("```sh\n(#!/bin/sh\n.*?)```")));
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    Files.writeString(project.resolve("data-ownership.txt"), baseline);
  }

  /** The line of the page's job that runs the command. */
  private String step() {
    return here(group("- run: (\\S+shop inspect [^\\n]+)"));
  }

  private String group(String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    assertThat(matcher.find()).as("the page has " + pattern).isTrue();
    return matcher.group(1);
  }

  private String here(String text) {
    assertThat(text).contains("path/to/gopher-shop/shop");
    return text.replace("path/to/gopher-shop/shop", directory.resolve("bin/shop").toString());
  }

  private void invoices(String source) throws IOException {
    write("src/main/java/com/acme/billing/Invoices.java", source);
  }

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void program(String name, String line) throws IOException {
    Path file = Files.createDirectories(directory.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Run run(String line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).directory(project.toFile());
    builder
        .environment()
        .merge("PATH", directory.resolve("bin").toString(), (theirs, ours) -> ours + ":" + theirs);
    // Where it is set, an entry of the baseline that is not needed any more is an error.
    builder.environment().remove("CI");
    Path output = directory.resolve("output");
    int code = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    return new Run(code, Files.readString(output));
  }

  private record Run(int code, String output) {}
}
