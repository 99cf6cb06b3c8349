package com.gopher.lab.bench;

import com.gopher.lab.bench.BenchmarkReport.Figure;
import com.gopher.lab.machine.Machine;
import com.gopher.lab.text.TextResource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark asks, and how it is measured: the file of its name, whose first line is the
 * question and whose items are the method, with gaps like {@code {orders}}.
 */
record BenchmarkText(String benchmark, String text) {

  private static final String ITEM = "- ";

  static BenchmarkText of(String benchmark) {
    return new BenchmarkText(benchmark, TextResource.read(BenchmarkText.class, benchmark + ".md"));
  }

  /** Fills a gap; a time in seconds. */
  BenchmarkText with(String gap, Object value) {
    Object shown = value instanceof Duration time ? time.toSeconds() : value;
    return new BenchmarkText(benchmark, text.replace("{" + gap + "}", "" + shown));
  }

  /** Fills a gap with whole numbers. */
  BenchmarkText with(String gap, List<Double> values) {
    return with(
        gap,
        String.join(
            ", ", values.stream().map(it -> String.format(Locale.ROOT, "%.0f", it)).toList()));
  }

  BenchmarkReport report(Machine machine, List<Figure> figures) {
    return new BenchmarkReport(
        benchmark,
        text.lines().findFirst().orElseThrow(),
        machine,
        figures,
        text.lines()
            .filter(line -> line.startsWith(ITEM))
            .map(line -> line.substring(ITEM.length()))
            .toList());
  }
}
