package com.gopher.cli.inspect;

import com.gopher.launcher.console.Console;
import com.gopher.ownership.Baseline;
import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.ModulesFrom;
import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect PATH}: exit code 0 without findings, 1 with, 2 if it could not run. */
@Command(
    name = "inspect",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:no findings", "1:findings", "2:could not run"})
public final class InspectCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  private List<Path> paths = List.of();

  @Option(names = "--base-package", paramLabel = "PACKAGE", defaultValue = "")
  private String basePackage = "";

  @Option(names = "--modules-from", paramLabel = "WHAT", defaultValue = "package")
  private ModulesFrom modulesFrom = ModulesFrom.PACKAGE;

  @Option(names = "--tests")
  private boolean tests;

  @Option(names = "--ownership", paramLabel = "FILE")
  private @Nullable Path ownership;

  @Option(names = "--baseline", paramLabel = "FILE")
  private @Nullable Path baseline;

  @Option(names = "--update-baseline")
  private boolean updateBaseline;

  @Option(names = "--issue", paramLabel = "URL", defaultValue = "")
  private String issue = "";

  @Option(names = "--sarif", paramLabel = "FILE")
  private @Nullable Path sarif;

  @Option(names = "--explain", paramLabel = "CLASS")
  private @Nullable String explain;

  @Option(names = "--suggest", paramLabel = "FILE")
  private @Nullable Path suggest;

  @Option(names = "--graph", paramLabel = "FILE")
  private @Nullable Path graph;

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--json")
  private boolean json;

  public InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      return inspect();
    } catch (CannotInspect e) {
      console.refuse(String.valueOf(e.getMessage()));
      return 2;
    } catch (UncheckedIOException e) {
      console.narrate(
          "The report was not written ("
              + e.getCause().getMessage()
              + "); name a file in a directory that exists.");
      return 2;
    }
  }

  private int inspect() {
    DataOwnership inspection =
        DataOwnership.of(paths.toArray(Path[]::new))
            .basePackage(basePackage)
            .modulesFrom(modulesFrom);
    if (tests) {
      inspection.withTests();
    }
    if (ownership != null) {
      inspection.ownershipFile(ownership);
    }
    if (explain != null) {
      console.result(inspection.explain(explain).stripTrailing());
      return 0;
    }
    if (suggest != null) {
      return suggest(inspection.suggest(), suggest);
    }
    Report report = inspection.inspect();
    if (updateBaseline) {
      return update(report);
    }
    if (baseline != null) {
      Baseline known = Baseline.read(baseline);
      known.stale(report).forEach(entry -> console.narrate("stale in the baseline: " + entry));
      report = known.apply(report, Baseline.isCi());
    }
    print(report);
    return report.isClean() ? 0 : 1;
  }

  private int update(Report report) {
    if (baseline == null) {
      throw new CannotInspect("--update-baseline needs the file to write; add --baseline FILE.");
    }
    Baseline.update(baseline, report, issue);
    console.narrate("Wrote " + report.findings().size() + " known findings to " + baseline + ".");
    return 0;
  }

  private int suggest(String text, Path file) {
    if (Files.exists(file)) {
      throw new CannotInspect(
          file + " exists and was left as it is; name a file that does not: --suggest FILE.");
    }
    write(file, text.stripTrailing());
    console.narrate("Wrote %s; correct it, then: --ownership %s", file, file);
    return 0;
  }

  private void print(Report report) {
    if (sarif != null) {
      write(sarif, report.sarif());
    }
    if (graph != null) {
      write(graph, drawn(report, graph.toString()).stripTrailing());
    }
    String text = all ? report.fullText() : report.text();
    console.result(json ? report.json() : text);
    if (json) {
      console.narrate(report.summary().line());
    }
  }

  private static String drawn(Report report, String file) {
    if (file.endsWith(".dot") || file.endsWith(".gv")) {
      return report.dot();
    }
    if (file.endsWith(".mmd")) {
      return report.mermaid();
    }
    throw new CannotInspect(
        "A graph is drawn for Graphviz or Mermaid; no graph was written. Name a file that ends in"
            + " .dot or .mmd: --graph FILE.");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
