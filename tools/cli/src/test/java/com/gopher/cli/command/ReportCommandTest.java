package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Shop;
import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./shop compare --report}: an earlier run is shown again, and nothing is run. */
class ReportCommandTest {

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file;

  @BeforeEach
  void anEarlierRun() throws IOException {
    file = directory.resolve("report.json");
    try (var sample = getClass().getResourceAsStream("sample-report.json")) {
      Files.copy(sample, file);
    }
  }

  @Test
  void itsTableIsPrintedAndItsPageLiesBesideIt() {
    int exit = shop("compare", "--report", file.toString());

    assertThat(exit).as("one experiment of the sample failed").isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("resilience    contrary");
    assertThat(directory.resolve("report.html")).content().contains("<h1>Castle and city");
  }

  @Test
  void theJsonOnStdoutIsTheReport() throws IOException {
    shop("compare", "--report", file.toString(), "--json", "--out", directory + "/elsewhere");

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
    assertThat(directory.resolve("elsewhere/report.html")).exists();
    assertThat(directory.resolve("report.html")).doesNotExist();
  }

  @Test
  void theVerdictsGoIntoAPage() throws IOException {
    Path readme =
        Files.writeString(directory.resolve("R.md"), "<!-- verdicts -->\n<!-- /verdicts -->\n");

    shop("compare", "--report", file.toString(), "--page", readme.toString());

    assertThat(readme).content().contains("| `scale` |");
    assertThat(directory.resolve("report.html")).doesNotExist();
  }

  @Test
  void aMissingReportIsARefusalAndNoStackTrace() {
    int exit = shop("compare", "--report", directory.resolve("none.json").toString());

    assertThat(exit).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("There is no file")
        .contains("./shop compare --quick")
        .doesNotContain("\tat ");
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
