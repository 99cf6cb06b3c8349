package com.gopher.lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFileTest {

  @TempDir private Path directory;
  private final ReportFile reports = new ReportFile();

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Path file = directory.resolve("new/report.json");

    reports.write(Reports.sample(), file);

    assertThat(reports.read(file)).isEqualTo(Reports.sample());
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aMachineFindsTheNoiseAndEachExperimentWithItsFigures() {
    JsonNode json = JsonMapper.shared().readTree(reports.json(Reports.sample()));

    assertThat(json.at("/aa/bands/0/measure").asString()).isEqualTo("accepted p50");
    JsonNode latency = json.at("/experiments/0");
    assertThat(latency.propertyNames())
        .contains("name", "claim", "verdict", "shapes", "cannotShow")
        .doesNotContain("word");
    assertThat(latency.at("/shapes/city/accepted p99/value").asDouble()).isEqualTo(12.2);
    assertThat(latency.at("/shapes/city/accepted p99/unit").asString()).isEqualTo("ms");
    assertThat(json.at("/experiments/6/status").asString()).isEqualTo("not run");
    assertThat(json.at("/experiments/6").has("verdict")).isFalse();
  }

  @Test
  void aReportOfManyPointsAndHistogramsStaysFitForARepository() {
    assertThat(reports.json(Reports.sample()).length()).isLessThan(100_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"version": 1          | is no report of ./shop compare
          []                     | it has no version number
          {"benchmark": "start"} | it has no version number
          {"version": 99}        | has version 99 of the report, and this program reads version 1
          {"version": 1, "experiments": 7} | is no report of ./shop compare
          """)
  void whatIsNoReportIsRefusedByItsName(String text, String reason) throws IOException {
    Path file = Files.writeString(directory.resolve("some.json"), text);

    assertThatThrownBy(() -> reports.read(file))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContainingAll("some.json", reason, "Nothing was written", "./shop compare");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> reports.read(directory.resolve("none.json")))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContainingAll("There is no file", "none.json");
  }
}
