package com.gopher.cli.advise;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Shop;
import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, run as a user runs it, on the shop of this repository. */
class AdviseCommandTest {

  private static final String SHOP = Path.of("..", "..", "monolith").toString();

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void thisVeryShopStays() {
    assertThat(shop("advise", SHOP, "--json", "--since", "10y")).isZero();

    JsonNode answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(answer.path("decision").asString()).isEqualTo("stay");
    assertThat(answer.path("modules").valueStream().map(it -> it.path("module").asString()))
        .contains("billing", "catalog", "customer", "delivery", "order", "tracking");
    assertThat(answer.path("modules").valueStream().map(it -> it.path("decision").asString()))
        .containsOnly("stay");
  }

  @Test
  void withAThresholdThatEverythingPassesItDoesNotStay() {
    assertThat(shop("advise", SHOP, "--json", "--types", "1")).isZero();

    JsonNode answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(answer.path("decision").asString()).isNotEqualTo("stay");
  }

  @Test
  void thePageIsWrittenAndTheAnswerIsPrinted() {
    Path page = directory.resolve("when.html");

    assertThat(shop("advise", SHOP, "--page", page.toString())).isZero();

    assertThat(page).content().contains("<svg", "tracking");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Answer: stay.", "rule of thumb");
  }

  @Test
  void aPathThatIsNoDirectoryIsARefusalAndNoStackTrace() {
    assertThat(shop("advise", directory.resolve("none").toString())).isEqualTo(2);

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("is no directory", "Nothing was read", "Name the directory")
        .doesNotContain("\tat ");
  }

  @Test
  void aTimeThatIsNoneIsRefusedWithExamples() {
    assertThat(shop("advise", SHOP, "--since", "soon")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--since soon", "12m");
  }

  private int shop(String... arguments) {
    return Shop.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        arguments);
  }
}
