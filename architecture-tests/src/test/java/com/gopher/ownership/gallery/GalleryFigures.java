package com.gopher.ownership.gallery;

import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Severity;
import com.gopher.ownership.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts what the rules find in the gallery, in each half, and writes the figures. No test by its
 * name, so that a build does not run it: {@code -Dtest=GalleryFigures} does.
 */
public class GalleryFigures {

  private static final String BLIND = "com.gopher.ownership.blind.BlindSamples";

  /** The figures of one half. */
  public record Half(
      String name,
      int violations,
      int found,
      int innocents,
      int certainFalse,
      int possibleFalse,
      List<String> misses) {

    public double foundShare() {
      return violations == 0 ? 1 : (double) found / violations;
    }

    public String row() {
      return "| %s | %d | %d (%.1f %%) | %d | %d | %d |"
          .formatted(
              name, violations, found, 100 * foundShare(), innocents, certainFalse, possibleFalse);
    }
  }

  @Test
  void areWritten(@TempDir Path directory) throws IOException {
    Path file = Path.of("..", "docs", "results", "data-ownership-gallery.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text(directory));
  }

  static String text(Path directory) {
    Workshop workshop = new Workshop(directory);
    List<Half> halves = new ArrayList<>();
    halves.add(measure("written with the rules", Gallery.all(), workshop));
    if (!blind().isEmpty()) {
      halves.add(measure("written afterwards, without reading the rules", blind(), workshop));
    }
    StringBuilder text = new StringBuilder("# What the rules find in their gallery\n\n");
    text.append("Written by `GalleryFigures`; the data-ownership page says how to run it.\n\n");
    text.append(
        "| half | violations | found | innocents | false certain | false possible |\n|---|---|---|---|---|---|\n");
    halves.forEach(half -> text.append(half.row()).append('\n'));
    if (halves.stream().anyMatch(half -> !half.misses().isEmpty())) {
      text.append('\n');
    }
    halves.forEach(
        half ->
            half.misses()
                .forEach(
                    miss ->
                        text.append("- ")
                            .append(half.name())
                            .append(": ")
                            .append(miss)
                            .append('\n')));
    return text.toString();
  }

  /** The half that somebody wrote who had not read the rules, if it is there. */
  static List<Sample> blind() {
    try {
      return ((Samples) Class.forName(BLIND).getDeclaredConstructor().newInstance()).all();
    } catch (ReflectiveOperationException absent) {
      return List.of();
    }
  }

  /**
   * A violation is found if a finding names the module and the table, or its owner; what an
   * innocent sample has is false.
   */
  public static Half measure(String name, List<Sample> samples, Workshop workshop) {
    int found = 0;
    int innocents = 0;
    int certainFalse = 0;
    int possibleFalse = 0;
    List<String> misses = new ArrayList<>();
    for (Sample sample : samples) {
      Report report = workshop.inspect(sample);
      if (sample.isInnocent()) {
        innocents++;
        certainFalse += report.certain().isEmpty() ? 0 : 1;
        possibleFalse += report.findings().size() > report.certain().size() ? 1 : 0;
        if (!report.findings().isEmpty()) {
          misses.add("false: " + sample.name() + ": " + report.findings().get(0).headline());
        }
      } else if (sample.expected().stream().allMatch(expected -> isFound(expected, report))) {
        found++;
      } else {
        misses.add(
            "missed: "
                + sample.name()
                + " "
                + sample.expected()
                + (report.isClean() ? "" : " but saw " + report.findings().get(0).headline()));
      }
    }
    return new Half(
        name, samples.size() - innocents, found, innocents, certainFalse, possibleFalse, misses);
  }

  private static boolean isFound(Sample.Expected expected, Report report) {
    return report.findings().stream().anyMatch(finding -> fits(expected, finding));
  }

  private static boolean fits(Sample.Expected expected, Finding finding) {
    boolean sure = finding.severity() == Severity.CERTAIN || expected.severity().equals("possible");
    boolean table =
        finding.table().equals(expected.table())
            || finding.table().startsWith(expected.table().replaceAll("\\..*", "") + ".")
            || finding.owner().equals(expected.table())
            || expected.rule().equals("api-leak")
            || expected.rule().equals("banned-api")
            || expected.rule().equals("config")
            || expected.rule().equals("types");
    return finding.module().equals(expected.module())
        && table
        && (sure || finding.rule().id().equals(expected.rule()));
  }
}
