package com.gopher.lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documented form of the report is the form that is written. */
class SchemaTest {

  private static final Path DOCS = Path.of("..", "..", "docs");

  private final String report = new ReportFile().json(Reports.sample());

  @Test
  void aReportHasTheFormThatIsDocumented() throws IOException {
    assertThat(violations(report)).isEmpty();
  }

  @Test
  void theRecordedRunHasItToo() throws IOException {
    Path recorded = DOCS.resolve("results/compare.json");

    assertThat(Files.exists(recorded) ? violations(Files.readString(recorded)) : List.of())
        .isEmpty();
  }

  @Test
  void whatIsNotDocumentedIsNotWritten() throws IOException {
    assertThat(violations(report.replace("\"commit\"", "\"comit\"")))
        .anyMatch(violation -> violation.contains("comit"));
    assertThat(violations(report.replace("\"contrary\"", "\"wrong\""))).isNotEmpty();
    assertThat(violations(report.replaceFirst("\"verdict\" : \"shown\",", "")))
        .anyMatch(violation -> violation.contains("verdict"));
  }

  private static List<String> violations(String json) throws IOException {
    var settings = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, it -> it.schemaRegistryConfig(settings))
        .getSchema(Files.readString(DOCS.resolve("compare-report.schema.json")), InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
