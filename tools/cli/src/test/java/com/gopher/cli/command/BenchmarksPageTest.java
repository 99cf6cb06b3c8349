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
  void anotherResultMakesAnotherPage(@TempDir Path results) throws IOException {
    String recorded = Files.readString(DOCS.resolve("results").resolve("start.json"));
    Files.writeString(results.resolve("start.json"), recorded);
    String page = BenchCommand.pageOf(results);

    Files.writeString(
        results.resolve("start.json"), recorded.replace("\"value\" : 21.55", "\"value\" : 12.34"));

    assertThat(BenchCommand.pageOf(results)).isNotEqualTo(page).contains("12.34");
  }
}
