package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.launcher.jvm.Sabotaged;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** "One stack trace against many logs": where the cause of a failed order can be read. */
public final class Debug implements Experiment {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 200;

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var evidence = new ArrayList<DebugEvidence>();
    for (SystemShape shape : laboratory.shapes()) {
      laboratory.tell("looking for planted bugs in the " + shape.name());
      try (RunningSystem system = laboratory.start(shape, planted(shape))) {
        var orders = new BuggyOrders(system);
        evidence.add(look(system, Bug.IN_THE_REQUEST, orders.oneThatFailsAtOnce()));
        evidence.add(look(system, Bug.BEHIND_AN_EVENT, orders.oneThatFailsLater()));
      }
    }
    return finding(evidence);
  }

  /** The one bug in the process that takes orders, the other in the one that ships. */
  private static Setup planted(SystemShape shape) {
    Sabotaged sabotaged = Sabotaged.fromThisBuild();
    return Setup.plain()
        .changing(
            spec -> {
              String[] bugs =
                  Stream.of(
                          spec.name().equals(shape.frontDoor())
                              ? Stream.of(Bug.IN_THE_REQUEST)
                              : Stream.<Bug>of(),
                          spec.name().equals(shape.shipping())
                              ? Stream.of(Bug.BEHIND_AN_EVENT)
                              : Stream.<Bug>of())
                      .flatMap(each -> each)
                      .map(bug -> bug.sabotage)
                      .toArray(String[]::new);
              return bugs.length == 0 ? spec : planted(spec, sabotaged, bugs);
            });
  }

  private static ProcessSpec planted(ProcessSpec spec, Sabotaged sabotaged, String... bugs) {
    return sabotaged.in(spec.with(BuggyOrders.SETTINGS), bugs);
  }

  private static DebugEvidence look(RunningSystem system, Bug bug, DebugEvidence.Search search)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    DebugEvidence seen = DebugEvidence.in(logs(system), system.shape(), bug, search);
    while (seen.reports() < bug.reports && System.nanoTime() < end) {
      Thread.sleep(POLL_MILLIS);
      seen = DebugEvidence.in(logs(system), system.shape(), bug, search);
    }
    if (seen.reports() == 0) {
      throw new IOException("No log of the %s has %s".formatted(system.shape().name(), bug.words));
    }
    return seen;
  }

  private static Map<String, String> logs(RunningSystem system) throws IOException {
    var logs = new LinkedHashMap<String, String>();
    for (RunningProcess process : system.processes()) {
      logs.put(process.name(), Files.readString(Path.of(process.log())));
    }
    return logs;
  }

  private Finding finding(List<DebugEvidence> evidence) {
    var verdict =
        DebugVerdict.on(
            evidence, text().smallest("bugs with one stack trace from the request to the cause"));
    var measures = new LinkedHashMap<String, List<Measure>>();
    for (DebugEvidence each : evidence) {
      measures.computeIfAbsent(each.shape(), first -> new ArrayList<>()).addAll(each.measures());
    }
    var bars = new ArrayList<Chart.Series>();
    measures.forEach((shape, all) -> bars.add(Chart.Series.bars(shape, all)));
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        List.of(),
        List.of(
            Chart.bars(
                "Where to look for the cause of one failed order",
                "what is counted",
                "number",
                bars)),
        List.of());
  }
}
