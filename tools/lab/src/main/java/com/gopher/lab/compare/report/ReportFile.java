package com.gopher.lab.compare.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON; its form is documented in docs/compare-report.schema.json. */
public final class ReportFile {

  private static final String AGAIN =
      " Nothing was written. Make a report with: ./shop compare --quick";

  private final JsonMapper json =
      JsonMapper.builder()
          // A record is its components: what can be derived from them is not written.
          .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** The text that {@link #parse} reads. */
  public String json(Report report) {
    return json.writeValueAsString(report);
  }

  /** Writes it whole or not at all, so that Ctrl-C leaves no half of a report. */
  public void write(Report report, Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path unfinished = directory.resolve(file.getFileName() + ".unfinished");
    try {
      Files.writeString(unfinished, json(report) + "\n");
      Files.move(
          unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * @throws CouldNotRun if there is no report in the file, with what to do about it
   */
  public Report read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new CouldNotRun("There is no file " + file + "." + AGAIN, e);
    } catch (IOException e) {
      throw new CouldNotRun(file + " cannot be read: " + e.getMessage() + "." + AGAIN, e);
    }
  }

  Report parse(String text, String file) {
    try {
      JsonNode tree = json.readTree(text);
      JsonNode version = tree.path("version");
      if (!version.isInt()) {
        throw new CouldNotRun(
            file + " is no report of ./shop compare: it has no version number." + AGAIN);
      }
      if (version.intValue() != Report.VERSION) {
        throw new CouldNotRun(
            "%s has version %s of the report, and this program reads version %s.%s",
            file, version.intValue(), Report.VERSION, AGAIN);
      }
      return json.treeToValue(tree, Report.class);
    } catch (JacksonException e) {
      throw new CouldNotRun(
          "%s is no report of ./shop compare: %s.%s".formatted(file, e.getOriginalMessage(), AGAIN),
          e);
    }
  }
}
