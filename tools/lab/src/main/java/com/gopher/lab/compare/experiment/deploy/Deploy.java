package com.gopher.lab.compare.experiment.deploy;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Bootstrap.Values;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What it takes to bring each shape to a machine and to have it serve there. */
public final class Deploy implements Experiment {

  /** What one start cost. */
  record Start(double seconds, double cpuSeconds, double megabytes) {}

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public String claim() {
    return "The castle is one file to copy; the city is a fleet.";
  }

  @Override
  public String hypothesis() {
    return "The first shape is one file and one process; every other one has more of both.";
  }

  @Override
  public List<String> method() {
    return List.of(
        "Files and their bytes are those that must be copied to another machine with a JDK; ports and settings (environment variables"
            + " and lines of settings files) are those that the shape's processes are given here.",
        "Each shape is started on an empty data directory with the quick compiler only and an archive of loaded classes, on all"
            + " processors of the machine. Time runs from the first start command until all processes are ready and the front door"
            + " has answered GET /api/products with 200.",
        "Processor time is that of all its processes, those that prepare something and end included; memory is their resident memory"
            + " at that moment, pages shared between processes counted once for each.");
  }

  @Override
  public List<String> cannotShow() {
    return List.of(
        "Nobody copied the files over a network, opened ports in a firewall or ordered a machine; with more machines a city needs still more of that.",
        "A Kafka and a database that an operator already runs for others would be counted here as the city's own.",
        "The time to start says little about shapes that start rarely.");
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  @Override
  public Duration expectedDuration(Depth depth) {
    return Duration.ofSeconds(depth == Depth.FULL ? 60 : 20);
  }

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
    List<Comparison> comparisons = new ArrayList<>();
    String baseline = laboratory.shapes().get(0).name();
    for (Figure figure : Figure.values()) {
      for (SystemShape other : laboratory.shapes().subList(1, laboratory.shapes().size())) {
        comparisons.add(
            new Bootstrap()
                .mean(
                    figure.measure,
                    figure.unit,
                    figure.of(baseline, starts),
                    figure.of(other.name(), starts),
                    laboratory.band(figure.measure)));
      }
    }
    return new Finding(
        verdict(baseline, footprints),
        because(footprints, starts),
        measures(footprints, starts),
        comparisons,
        charts(footprints.keySet().stream().toList(), starts),
        List.of());
  }

  private enum Figure {
    SECONDS(Measures.SECONDS_TO_READY, "s"),
    CPU(Measures.CPU_SECONDS_TO_READY, "CPU s"),
    MEMORY(Measures.MEMORY, "MB");

    private final String measure;
    private final String unit;

    Figure(String measure, String unit) {
      this.measure = measure;
      this.unit = unit;
    }

    Values of(String shape, Map<String, List<Start>> starts) {
      return new Values(
          shape, starts.getOrDefault(shape, List.of()).stream().map(this::of).toList());
    }

    private double of(Start start) {
      return switch (this) {
        case SECONDS -> start.seconds();
        case CPU -> start.cpuSeconds();
        case MEMORY -> start.megabytes();
      };
    }
  }

  /** What can be counted decides; it has no noise. */
  static Verdict verdict(String baseline, Map<String, Footprint> footprints) {
    Footprint one = footprints.getOrDefault(baseline, new Footprint(0, 0, 0, 0, 0));
    List<Footprint> others =
        footprints.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(baseline))
            .map(Map.Entry::getValue)
            .toList();
    if (others.stream()
        .anyMatch(other -> other.files() < one.files() || other.processes() < one.processes())) {
      return Verdict.CONTRARY;
    }
    boolean isOne = one.files() == 1 && one.processes() == 1;
    return isOne && others.stream().allMatch(other -> other.files() > 1 && other.processes() > 1)
        ? Verdict.SHOWN
        : Verdict.NOT_SHOWN;
  }

  private static String because(
      Map<String, Footprint> footprints, Map<String, List<Start>> starts) {
    return footprints.entrySet().stream()
            .map(
                entry -> {
                  Footprint footprint = entry.getValue();
                  return "%s: %s and %s with %d settings, ready after %.1f s (%.1f CPU s)"
                      .formatted(
                          entry.getKey(),
                          counted(footprint.files(), "file", "files"),
                          counted(footprint.processes(), "process", "processes"),
                          footprint.settings(),
                          Figure.SECONDS.of(entry.getKey(), starts).mean(),
                          Figure.CPU.of(entry.getKey(), starts).mean());
                })
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static Map<String, List<Measure>> measures(
      Map<String, Footprint> footprints, Map<String, List<Start>> starts) {
    var measures = new LinkedHashMap<String, List<Measure>>();
    footprints.forEach(
        (shape, footprint) -> {
          var all = new ArrayList<>(footprint.measures());
          for (Figure figure : Figure.values()) {
            all.add(new Measure(figure.measure, figure.of(shape, starts).mean(), figure.unit));
          }
          measures.put(shape, all);
        });
    return measures;
  }

  private static List<Chart> charts(List<String> shapes, Map<String, List<Start>> starts) {
    return List.of(
        bars("Memory when it is ready", Figure.MEMORY, shapes, starts),
        bars(
            "Processor time from the start command to the first answer",
            Figure.CPU,
            shapes,
            starts));
  }

  private static Chart bars(
      String title, Figure figure, List<String> shapes, Map<String, List<Start>> starts) {
    return new Chart(
        Chart.Kind.BARS,
        title,
        "shape",
        figure.unit,
        shapes.stream()
            .map(
                shape ->
                    new Chart.Series(
                        shape,
                        List.of(new Chart.Point(0, figure.of(shape, starts).mean())),
                        List.of(figure.measure)))
            .toList(),
        List.of());
  }
}
