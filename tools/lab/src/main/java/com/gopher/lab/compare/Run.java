package com.gopher.lab.compare;

import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.experiment.noise.Noise;
import com.gopher.lab.compare.report.Report;
import com.gopher.lab.compare.report.Report.Busy;
import com.gopher.lab.compare.report.Report.LoadCheck;
import com.gopher.lab.compare.report.Report.ShapeNote;
import com.gopher.lab.compare.report.Result;
import com.gopher.lab.compare.system.BackgroundLoad;
import com.gopher.lab.compare.system.FurtherShapes;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.system.Testbed;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of the comparison, from the check of the machine to the report. An interrupt ends it
 * early; what was finished by then is in the report.
 */
public final class Run {

  private static final Duration SELF_CHECK = Duration.ofSeconds(7);

  private final Depth depth;
  private final List<Experiment> wanted;
  private final List<SystemShape> shapes;
  private final FurtherShapes further;
  private final Testbed testbed;
  private final Progress progress;
  private final Session session;
  private final Instant started = Instant.now();
  private final BackgroundLoad others = BackgroundLoad.watch();
  private final Set<String> warnings = new LinkedHashSet<>();

  private @Nullable LoadCheck load;
  private Report.Noise noise = Report.Noise.unknown();
  private boolean interrupted;

  /**
   * @param wanted what shall be run, in this order
   * @param further shapes for the claims about them
   */
  public Run(
      Depth depth,
      List<Experiment> wanted,
      List<SystemShape> shapes,
      FurtherShapes further,
      Testbed testbed,
      Progress progress,
      Path home) {
    this.depth = depth;
    this.wanted = wanted;
    this.shapes = shapes;
    this.further = further;
    this.testbed = testbed;
    this.progress = progress;
    this.session = new Session(depth, shapes, further, testbed, progress, home);
  }

  /** How long all of this takes on a quiet machine. */
  public static Duration expectedDuration(List<Experiment> wanted, Depth depth) {
    Duration all = needsNoise(wanted) ? Noise.expectedDuration(depth) : Duration.ZERO;
    return rest(wanted, depth).plus(all).plus(SELF_CHECK);
  }

  private static boolean needsNoise(List<Experiment> wanted) {
    return wanted.stream().anyMatch(experiment -> experiment.text().comparesFigures());
  }

  private static Duration rest(List<Experiment> experiments, Depth depth) {
    return experiments.stream()
        .map(experiment -> experiment.text().takes(depth))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * @param whatElse the command, and the machine it runs on
   * @throws CouldNotRun if nothing could be measured at all
   */
  public Report run(Circumstances whatElse) {
    try {
      prepare();
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (IOException | RuntimeException e) {
      interrupted = Thread.interrupted();
      if (!interrupted) {
        throw new CouldNotRun(
            "The comparison could not begin: "
                + reason(e)
                + "\nNo report was written. Run it again, on a quieter machine if this one was busy.",
            e);
      }
    }
    var results = new ArrayList<Result>();
    for (int number = 0; number < wanted.size(); number++) {
      Experiment experiment = wanted.get(number);
      progress.enter(experiment.name(), rest(wanted.subList(number, wanted.size()), depth));
      results.add(interrupted ? Result.notRun(experiment, "Ended by the user.") : of(experiment));
    }
    testbed.close();
    warnings.addAll(others.seen());
    return new Report(
        Report.VERSION,
        depth,
        started,
        Instant.now(),
        whatElse.machine().commit(),
        whatElse.machine(),
        Runtime.version().toString(),
        whatElse.versions(),
        whatElse.command(),
        List.of(testbed.flags()),
        testbed.budget(),
        new Busy(List.copyOf(warnings)),
        load,
        noise,
        notes(results),
        withThoseNotRun(results));
  }

  /** Of all shapes that the results speak of. */
  private List<ShapeNote> notes(List<Result> results) {
    var compared = new ArrayList<>(shapes);
    for (SystemShape shape : further.all()) {
      if (results.stream().anyMatch(result -> result.shapes().containsKey(shape.name()))) {
        compared.add(shape);
      }
    }
    return compared.stream()
        .map(shape -> new ShapeNote(shape.name(), shape.description()))
        .toList();
  }

  private void prepare() throws IOException, InterruptedException {
    progress.enter("", expectedDuration(wanted, depth));
    lookAround();
    progress.tell("how much the load generator itself costs");
    load = SelfCheck.run();
    if (needsNoise(wanted)) {
      long begin = System.nanoTime();
      var bands = List.copyOf(session.bands().values());
      noise = new Report.Noise(Noise.starts(session) / 2, secondsSince(begin), bands);
    }
  }

  /** Before anything of ours runs: what works now will work on. */
  private void lookAround() throws InterruptedException {
    BackgroundLoad now = BackgroundLoad.watch();
    Thread.sleep(1_000);
    List<String> seen = now.seen();
    if (!seen.isEmpty()) {
      progress.tell("The machine is busy, and the report will say so. " + String.join(" ", seen));
      seen.forEach(sentence -> warnings.add("Before the run: " + sentence));
    }
  }

  private Result of(Experiment experiment) {
    long begin = System.nanoTime();
    progress.tell(experiment.text().claim());
    try {
      Finding finding = experiment.run(session);
      progress.tell(finding.verdict() + ": " + finding.because());
      return Result.finished(experiment, finding, secondsSince(begin));
    } catch (InterruptedException e) {
      interrupted = true;
      return Result.interrupted(experiment, secondsSince(begin));
    } catch (IOException | RuntimeException e) {
      if (Thread.interrupted()) {
        interrupted = true;
        return Result.interrupted(experiment, secondsSince(begin));
      }
      // One that fails, by whatever defect, must not cost the results of the others.
      progress.tell("failed: " + reason(e));
      return Result.failed(experiment, reason(e), secondsSince(begin));
    }
  }

  /** Only our own words are sentences; anything else needs its type to be understood. */
  private static String reason(Exception failure) {
    boolean said = failure instanceof CouldNotRun || failure.getClass() == IOException.class;
    return said ? failure.getMessage() : failure.toString();
  }

  /** In their usual order, also those that were left out; what was run on request comes last. */
  private List<Result> withThoseNotRun(List<Result> results) {
    var all = new ArrayList<Result>();
    for (Experiment experiment : Experiments.all()) {
      all.add(
          results.stream()
              .filter(result -> result.name().equals(experiment.name()))
              .findFirst()
              .orElseGet(() -> Result.notRun(experiment, whyNot(experiment))));
    }
    results.stream()
        .filter(result -> all.stream().noneMatch(listed -> listed.name().equals(result.name())))
        .forEach(all::add);
    return all;
  }

  private String whyNot(Experiment experiment) {
    return depth == Depth.QUICK && !experiment.text().isQuick()
        ? "Not part of --quick."
        : "Not asked for.";
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
