package com.gopher.cli.command;

import com.gopher.lab.faults.FaultPage;
import com.gopher.lab.faults.FaultReport;
import com.gopher.lab.faults.FaultSuite;
import com.gopher.lab.faults.FaultSummary;
import com.gopher.lab.faults.LoadProfile;
import com.gopher.lab.faults.Soak;
import com.gopher.lab.faults.SoakReport;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Breaks a city under load, in every way the suite knows, and looks for what must never be. */
@Command(name = "faults")
public final class FaultsCommand implements Callable<Integer> {

  private static final int FOUND = 1;
  private static final int COULD_NOT_RUN = 2;
  private static final int LARGEST_SEED = 1_000_000;
  private static final Duration SHORTEST_SOAK = Duration.ofMinutes(1);
  private static final Duration LONGEST_SOAK = Duration.ofHours(24);
  private static final Duration BETWEEN_STRIKES = Duration.ofMinutes(1);

  private final Console console;

  @Parameters(paramLabel = "NAME", arity = "0..*")
  private List<String> names = List.of();

  @Option(names = "--list")
  private boolean list;

  @Option(names = "--seed", paramLabel = "N")
  private @Nullable Long seed;

  @Option(names = "--runs", paramLabel = "N")
  private int runs = 1;

  @Option(names = "--rate", paramLabel = "N")
  private double rate = 30;

  @Option(names = "--controls")
  private boolean controls;

  @Option(names = "--gateway")
  private boolean gateway;

  @Option(names = "--keep")
  private boolean keep;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--out", paramLabel = "FILE")
  private @Nullable Path out;

  @Option(names = "--soak", paramLabel = "TIME")
  private @Nullable String soak;

  @Option(names = "--docs")
  private boolean docs;

  public FaultsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      FaultSuite.list().forEach((name, how) -> console.result(name + "\n    " + how));
      return 0;
    }
    if (runs < 1 || rate <= 0) {
      throw new CouldNotRun("--runs and --rate must be above 0. Nothing was started.");
    }
    if (docs) {
      return writeDocs();
    }
    return soak == null ? run() : soak(length(soak));
  }

  private static Duration length(String text) {
    try {
      Duration length = Duration.parse("PT" + text);
      if (length.compareTo(SHORTEST_SOAK) >= 0 && length.compareTo(LONGEST_SOAK) <= 0) {
        return length;
      }
    } catch (DateTimeParseException unreadable) {
      // The sentence below says what can be read.
    }
    throw new CouldNotRun(
        "--soak needs a time from 1m to 24h, for example 60m or 2h, and not %s. Nothing was started.",
        text);
  }

  private int soak(Duration length) throws IOException, InterruptedException {
    if (!names.isEmpty() || controls || runs != 1 || gateway || keep) {
      throw new CouldNotRun(
          "--soak chooses the faults itself and goes with --seed, --rate, --json and --out only. Nothing was started.");
    }
    ResultFile file = out == null ? null : ResultFile.at(out);
    long first = firstSeed();
    if (!json) {
      console.result("seed " + first);
    }
    SoakReport report =
        new Soak(
                BuiltPrograms.prepared(console),
                LoadProfile.standard(rate),
                console,
                first,
                length,
                BETWEEN_STRIKES)
            .run();
    if (file != null) {
      file.write(report);
    }
    if (json) {
      console.json(report);
    } else {
      report.lines().forEach(console::result);
    }
    if (!report.isAsExpected()) {
      return FOUND;
    }
    return report.notStruck() > 0 ? COULD_NOT_RUN : 0;
  }

  private long firstSeed() {
    return seed == null ? ThreadLocalRandom.current().nextInt(LARGEST_SEED) : seed;
  }

  private int run() throws IOException, InterruptedException {
    ResultFile file = out == null ? null : ResultFile.at(out);
    long first = firstSeed();
    var suite =
        new FaultSuite(
            BuiltPrograms.prepared(console),
            gateway ? LoadProfile.standard(rate).behindAGateway() : LoadProfile.standard(rate),
            console,
            first,
            runs,
            keep);
    if (!json) {
      console.result("seed " + first);
      console.result(FaultSummary.header());
    }
    FaultReport report = suite.run(names, controls, this::tell);
    if (file != null) {
      file.write(report);
    }
    if (json) {
      console.json(report);
    }
    if (!report.results().stream().allMatch(FaultSummary::isAsExpected)) {
      return FOUND;
    }
    return report.results().stream().anyMatch(result -> result.notRun() > 0) ? COULD_NOT_RUN : 0;
  }

  private void tell(FaultSummary result) {
    if (!json) {
      String verdict =
          !result.isAsExpected()
              ? console.bad(result.without() == null ? "violated" : "not found out")
              : result.notRun() > 0
                  ? console.bad(result.notRun() + " not run")
                  : console.good(result.without() == null ? "held" : "found out");
      console.result(result.line() + "  " + verdict);
    }
    result.evidence().forEach(evidence -> console.narrate("  " + evidence));
    result.violations().forEach(violation -> console.narrate("  " + violation));
  }

  private int writeDocs() throws IOException {
    Path directory = Home.TOOLS.path().resolve("docs");
    Path result = directory.resolve("results").resolve("faults.json");
    if (!Files.exists(result)) {
      throw new CouldNotRun(
          "There is no %s; nothing was written. Make it with: ./shop faults --controls --out docs/results/faults.json",
          result);
    }
    Path page = directory.resolve("faults.md");
    Files.writeString(page, FaultPage.of(FaultReport.read(Files.readString(result))));
    console.result("Wrote %s", page);
    return 0;
  }
}
