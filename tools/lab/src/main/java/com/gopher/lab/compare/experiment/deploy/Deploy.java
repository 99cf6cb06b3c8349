package com.gopher.lab.compare.experiment.deploy;

import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Figure;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Footprint;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What it takes to bring each shape to a machine and to have it serve there. */
public final class Deploy implements Experiment {

  /** What one start cost. */
  private record Start(double seconds, double cpuSeconds, double megabytes) {}

  private final double smallest = text().smallest("start and memory");
  private final Figure<Start> seconds =
      new Figure<>(Measures.SECONDS_TO_READY, "s", smallest, Start::seconds);
  private final Figure<Start> cpu =
      new Figure<>(Measures.CPU_SECONDS_TO_READY, "CPU s", smallest, Start::cpuSeconds);
  private final Figure<Start> memory =
      new Figure<>(Measures.MEMORY, "MB", smallest, Start::megabytes);

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var footprints = new LinkedHashMap<String, Footprint>();
    for (SystemShape shape : laboratory.shapes()) {
      footprints.put(shape.name(), Footprint.of(shape));
    }
    Map<String, List<Start>> starts =
        laboratory.interleaved(
            laboratory.forks(),
            Setup.plain(),
            system ->
                new Start(
                    system.secondsToReady(),
                    system.cpuSecondsToReady(),
                    system.residentBytes() / 1e6));
    var comparisons = new ArrayList<Comparison>();
    for (Figure<Start> figure : List.of(seconds, cpu, memory)) {
      comparisons.addAll(figure.compared(laboratory, starts));
    }
    return new Finding(
        verdict(
            laboratory.shapes().get(0).name(), footprints, text().smallest("files and processes")),
        because(footprints, starts),
        measures(footprints, starts),
        comparisons,
        List.of(
            memory.bars("Memory when it is ready", starts),
            cpu.bars("Processor time from the start command to the first answer", starts)),
        List.of());
  }

  /** What can be counted decides; it has no noise. */
  static Verdict verdict(String baseline, Map<String, Footprint> footprints, double smallest) {
    Footprint one = footprints.getOrDefault(baseline, new Footprint(0, 0, 0, 0, 0));
    List<Footprint> others =
        footprints.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(baseline))
            .map(Map.Entry::getValue)
            .toList();
    return Verdict.of(
        one.files() == 1
            && one.processes() == 1
            && others.stream()
                .allMatch(other -> other.files() >= smallest && other.processes() >= smallest),
        others.stream()
            .anyMatch(other -> other.files() < one.files() || other.processes() < one.processes()));
  }

  private String because(Map<String, Footprint> footprints, Map<String, List<Start>> starts) {
    return footprints.entrySet().stream()
        .map(
            entry -> {
              Footprint footprint = entry.getValue();
              List<Start> ofShape = starts.getOrDefault(entry.getKey(), List.of());
              return String.format(
                  Locale.ROOT,
                  "%s: %s and %s with %s settings, ready after %.1f s (%.1f CPU s)",
                  entry.getKey(),
                  counted(footprint.files(), "file", "files"),
                  counted(footprint.processes(), "process", "processes"),
                  footprint.settings(),
                  seconds.mean(ofShape).value(),
                  cpu.mean(ofShape).value());
            })
        .collect(Collectors.joining("; ", "", "."));
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private Map<String, List<Measure>> measures(
      Map<String, Footprint> footprints, Map<String, List<Start>> starts) {
    var measures = new LinkedHashMap<String, List<Measure>>();
    footprints.forEach(
        (shape, footprint) -> {
          var all = new ArrayList<>(footprint.measures());
          for (Figure<Start> figure : List.of(seconds, cpu, memory)) {
            all.add(figure.mean(starts.getOrDefault(shape, List.of())));
          }
          measures.put(shape, all);
        });
    return measures;
  }
}
