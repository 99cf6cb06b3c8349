package com.gopher.advise.price;

import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.price.Price.Item;
import com.gopher.lab.compare.report.Report;
import com.gopher.lab.compare.report.ReportFile;
import com.gopher.lab.compare.report.Result;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.launcher.console.CouldNotRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes from a report of {@code ./shop compare} what castle and city cost. */
public final class PriceReader {

  private static final String BEFORE = "castle";
  private static final String AFTER = "city";
  private static final Set<String> EXPERIMENTS = Set.of("deploy", "latency", "throughput");
  private static final Set<String> COUNTED = Set.of("processes", "ports", "settings");

  private PriceReader() {}

  public static Evidence<Price> read(Path file) {
    Report report;
    try {
      report = new ReportFile().read(file);
    } catch (CouldNotRun e) {
      return Evidence.unknown(e.getMessage());
    }
    List<Item> items = new ArrayList<>();
    for (Result result : report.experiments()) {
      if (EXPERIMENTS.contains(result.name())) {
        counted(result, items);
        for (Comparison each : result.comparisons()) {
          if (each.baseline().equals(BEFORE) && each.other().equals(AFTER)) {
            items.add(item(each));
          }
        }
      }
    }
    return items.isEmpty()
        ? Evidence.unknown(
            file.getFileName()
                + " compares no castle with a city; make a report with: ./shop compare deploy latency throughput")
        : Evidence.known(new Price(measured(report), items));
  }

  /** What is counted has no noise. */
  private static void counted(Result result, List<Item> items) {
    Map<String, Result.Figure> before = result.shapes().getOrDefault(BEFORE, Map.of());
    Map<String, Result.Figure> after = result.shapes().getOrDefault(AFTER, Map.of());
    before.forEach(
        (measure, figure) -> {
          Result.Figure other = after.get(measure);
          if (COUNTED.contains(measure) && other != null) {
            double ratio = other.value() / figure.value();
            items.add(
                new Item(
                    measure,
                    figure.unit(),
                    figure.value(),
                    other.value(),
                    ratio,
                    ratio,
                    ratio,
                    1,
                    1,
                    ratio != 1));
          }
        });
  }

  private static Item item(Comparison each) {
    return new Item(
        each.measure(),
        each.unit(),
        each.baselineValue(),
        each.otherValue(),
        each.ratio(),
        each.interval().low(),
        each.interval().high(),
        each.band().low(),
        each.band().high(),
        each.isDifferent());
  }

  private static String measured(Report report) {
    return "%s, %s processors, Java %s%s"
        .formatted(
            LocalDate.ofInstant(report.started(), ZoneOffset.UTC),
            report.machine().processors(),
            report.java(),
            report.rough() ? ", a rough run" : "");
  }
}
