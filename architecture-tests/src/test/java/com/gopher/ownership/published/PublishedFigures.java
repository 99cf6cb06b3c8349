package com.gopher.ownership.published;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Inspects published applications, writes the figures and the table of the page, and beside them
 * all findings for people to judge. No test by its name, so that a build does not run it and
 * fetches nothing: {@code -Dtest=PublishedFigures} does.
 */
class PublishedFigures {

  @Test
  void areWritten(@TempDir Path directory) throws IOException, InterruptedException {
    Path reports = Files.createDirectories(Path.of("target", "published"));
    List<Verdict> verdicts = Verdict.all();
    List<Measured> measured = new ArrayList<>();
    for (PublishedApplication application : PublishedApplication.all()) {
      List<Path> jars = application.fetch(directory);
      Report report = DataOwnership.of(jars.toArray(Path[]::new)).inspect();
      Crossings crossings = Crossings.seenByArchUnit(jars, report.scope().base());
      measured.add(Measured.of(application.name(), report, verdicts, crossings));
      Files.writeString(
          reports.resolve(application.name() + ".txt"),
          report.fullText() + "\nmissed: " + crossings.without(report.findings()) + "\n");
    }
    PublishedTable.write(measured);
  }
}
