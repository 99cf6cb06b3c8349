package com.gopher.lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.lab.compare.Experiments;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownPageTest {

  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Path PAGE = DOCS.resolve("compare.md");
  private static final Path RECORDED = DOCS.resolve("results").resolve("compare.json");
  private static final List<Experiment> EXPERIMENTS = Experiments.byName();

  @TempDir private Path directory;

  @Test
  void theDocumentationShowsTheRecordedVerdictsAndTheTextsOfTheExperiments() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(page)
        .as("made by ./shop compare --report docs/results/compare.json --page docs/compare.md")
        .isEqualTo(MarkdownPage.in(page, new ReportFile().read(RECORDED), EXPERIMENTS));
    assertThat(Files.size(RECORDED)).isLessThan(1_000_000);
  }

  @Test
  void aChangedTextMakesThePageStale() throws IOException {
    String page = Files.readString(PAGE);
    String stale = page.replace("**Hypothesis.** The first shape", "**Hypothesis.** Any shape");

    assertThat(stale).isNotEqualTo(page);
    assertThat(MarkdownPage.in(stale, new ReportFile().read(RECORDED), EXPERIMENTS))
        .isEqualTo(page);
  }

  @Test
  void onlyWhatIsBetweenTheMarksIsReplaced() throws IOException {
    Path page =
        Files.writeString(
            directory.resolve("page.md"),
            "before\n<!-- verdicts -->\nold\n<!-- /verdicts -->\nafter\n");

    MarkdownPage.write(Reports.sample(), EXPERIMENTS, page);

    assertThat(page)
        .content()
        .startsWith("before\n<!-- verdicts -->\n| experiment")
        .contains("| `latency` | Function calls are fast, roads take time | **shown** |")
        .contains("**The machine was busy**")
        .endsWith("<!-- /verdicts -->\nafter\n")
        .doesNotContain("old");
  }

  @Test
  void theFiguresStandWhereAPageHasMarksForThem() throws IOException {
    Path page =
        Files.writeString(
            directory.resolve("page.md"),
            "<!-- verdicts -->\n<!-- /verdicts -->\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n");

    MarkdownPage.write(Reports.sample(), EXPERIMENTS, page);

    assertThat(page)
        .content()
        .contains("<!-- figures -->\n| `latency` | castle | city |\n|---|--:|--:|\n| ")
        .containsPattern("\\| resident memory \\| [0-9.]+ MB \\| [0-9.]+ MB \\|")
        .endsWith("<!-- /figures -->\nafter\n")
        .doesNotContain("old");
  }

  @Test
  void aPageWithoutMarksStaysAsItIs() throws IOException {
    Path page = Files.writeString(directory.resolve("page.md"), "no marks");

    assertThatThrownBy(() -> MarkdownPage.check(page))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("nothing was run or written");
    assertThat(page).hasContent("no marks");
  }
}
