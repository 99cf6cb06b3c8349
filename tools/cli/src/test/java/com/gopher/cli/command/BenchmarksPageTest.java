package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the benchmarks says what their results say. */
class BenchmarksPageTest {

  private static final Path DOCS = Path.of("..", "..", "docs");

  @Test
  void itIsMadeOfTheRecordedResults() throws IOException {
    assertThat(Files.readString(DOCS.resolve("benchmarks.md")))
        .as("./shop bench docs writes it anew")
        .isEqualTo(BenchCommand.pageOf(DOCS.resolve("results")));
  }

  @Test
  void theTeachersPageSaysWhatWasRecorded() throws IOException {
    String page = Files.readString(DOCS.resolve("tutorial/teaching.md"));

    assertThat(page)
        .as("./shop bench docs writes it anew")
        .isEqualTo(BenchCommand.withNeeds(page, DOCS.resolve("results")));
  }

  @Test
  void anotherResultMakesOtherNeeds(@TempDir Path results) throws IOException {
    String page = Files.readString(DOCS.resolve("tutorial/teaching.md"));
    String recorded = Files.readString(DOCS.resolve("results").resolve("course.json"));
    Files.writeString(
        results.resolve("course.json"),
        recorded.replaceFirst(
            "(memory of the largest check\",\\s+\"value\" : )[0-9.]+", "$14321.0"));

    assertThat(BenchCommand.withNeeds(page, results)).contains("4,321 MB").isNotEqualTo(page);
  }

  @Test
  void anotherResultMakesMakesAnotherPage(@TempDir Path results) throws IOException {
    String recorded = Files.readString(DOCS.resolve("results").resolve("start.json"));
    Files.writeString(results.resolve("start.json"), recorded);
    String page = BenchCommand.pageOf(results);

    Files.writeString(
        results.resolve("start.json"), recorded.replace("\"value\" : 21.55", "\"value\" : 12.34"));

    assertThat(BenchCommand.pageOf(results)).isNotEqualTo(page).contains("12.34");
  }
}
