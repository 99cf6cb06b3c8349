package com.gopher.lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTableTest {

  private static final Path PROJECT = Path.of("..", "..");

  @TempDir private Path directory;

  @Test
  void theReadmeShowsTheVerdictsOfTheRecordedRun() throws IOException {
    Path recorded = PROJECT.resolve("docs/results/compare.json");
    String readme = Files.readString(PROJECT.resolve("README.md"));

    if (Files.exists(recorded)) {
      assertThat(ReadmeTable.isIn(readme)).isTrue();
      assertThat(readme)
          .as("made by ./shop compare --report docs/results/compare.json --readme README.md")
          .isEqualTo(ReadmeTable.in(readme, new ReportFile().read(recorded)));
      assertThat(Files.size(recorded)).isLessThan(1_000_000);
    } else {
      assertThat(readme).as("verdicts of no recorded run").doesNotContain("| **shown** |");
    }
  }

  @Test
  void onlyWhatIsBetweenTheMarksIsReplaced() throws IOException {
    Path page =
        Files.writeString(
            directory.resolve("README.md"),
            "before\n<!-- verdicts -->\nold\n<!-- /verdicts -->\nafter\n");

    ReadmeTable.write(Reports.sample(), page);

    assertThat(page)
        .content()
        .startsWith("before\n<!-- verdicts -->\n| experiment")
        .contains("| `latency` | Function calls are fast, roads take time | **shown** |")
        .contains("**The machine was busy**")
        .endsWith("<!-- /verdicts -->\nafter\n")
        .doesNotContain("old");
  }

  @Test
  void aPageWithoutMarksStaysAsItIs() throws IOException {
    Path page = Files.writeString(directory.resolve("README.md"), "no marks");

    assertThatThrownBy(() -> ReadmeTable.check(page))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("nothing was run or written");
    assertThat(page).hasContent("no marks");
  }
}
