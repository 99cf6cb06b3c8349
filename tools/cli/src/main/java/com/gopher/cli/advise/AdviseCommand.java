package com.gopher.cli.advise;

import com.gopher.advise.Advisor;
import com.gopher.advise.ModulesFrom;
import com.gopher.advise.Question;
import com.gopher.advise.report.JsonReport;
import com.gopher.advise.report.PageReport;
import com.gopher.advise.report.TextReport;
import com.gopher.advise.verdict.Answer;
import com.gopher.advise.verdict.Thresholds;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code advise [PATH]}: exit code 0 with an answer, whichever it is, 2 without. */
@Command(
    name = "advise",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:an answer, whichever it is", "2:could not run"})
public final class AdviseCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "PATH", arity = "0..1", defaultValue = ".")
  private Path path = Path.of(".");

  @Option(names = "--since", paramLabel = "TIME", defaultValue = "12m")
  private String since = "12m";

  @Option(names = "--traffic", paramLabel = "FILE")
  private @Nullable Path traffic;

  @Option(names = "--route", paramLabel = "PATH=MODULE")
  private Map<String, String> routes = new TreeMap<>();

  @Option(names = "--modules-from", paramLabel = "WHAT", defaultValue = "auto")
  private ModulesFrom modulesFrom = ModulesFrom.AUTO;

  @Option(names = "--base-package", paramLabel = "PACKAGE", defaultValue = "")
  private String basePackage = "";

  @Option(names = "--price", paramLabel = "FILE")
  private @Nullable Path price;

  @Option(names = "--authors", paramLabel = "N", defaultValue = "" + Thresholds.AUTHORS)
  private int authors = Thresholds.AUTHORS;

  @Option(names = "--times", paramLabel = "N", defaultValue = "" + Thresholds.TIMES)
  private double times = Thresholds.TIMES;

  @Option(names = "--types", paramLabel = "N", defaultValue = "" + Thresholds.TYPES)
  private int types = Thresholds.TYPES;

  @Option(names = "--team", paramLabel = "N", defaultValue = "" + Thresholds.TEAM)
  private int team = Thresholds.TEAM;

  @Option(names = "--page", paramLabel = "FILE")
  private @Nullable Path page;

  @Option(names = "--json")
  private boolean json;

  public AdviseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Answer answer =
        new Advisor(Clock.systemUTC())
            .answer(
                new Question(
                    path,
                    since,
                    traffic,
                    routes,
                    modulesFrom,
                    basePackage,
                    price == null ? measuredHere() : price,
                    new Thresholds(authors, times, types, team)));
    console.result(json ? JsonReport.of(answer) : TextReport.of(answer));
    if (page != null) {
      write(page, PageReport.of(answer));
    }
    return 0;
  }

  private static Path measuredHere() {
    return Home.TOOLS.path().resolve(Path.of("docs", "results", "compare.json"));
  }

  private void write(Path file, String text) {
    try {
      Files.writeString(file, text);
      console.narrate("The page is %s.", file);
    } catch (IOException e) {
      throw new CouldNotRun(
          file
              + " cannot be written. The answer stands above. Name a file in a directory that exists: --page FILE.",
          e);
    }
  }
}
