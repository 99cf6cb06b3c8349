package com.gopher.lab.bench;

import com.gopher.lab.bench.BenchmarkReport.Figure;
import com.gopher.lab.machine.Machine;
import com.gopher.lab.text.TextResource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a benchmark asks, how it is measured, and what its figures are called: the file of its name,
 * whose first line is the question, whose items are the method, with gaps like {@code {orders}},
 * and whose table has a key, a name, a unit and an aim for each figure.
 *
 * @param figures measured so far
 */
record BenchmarkText(String benchmark, String text, List<Figure> figures) {

  private static final String ITEM = "- ";

  static BenchmarkText of(String benchmark) {
    return new BenchmarkText(
        benchmark, TextResource.read(BenchmarkText.class, benchmark + ".md"), List.of());
  }

  /** Fills a gap; a time in seconds. */
  BenchmarkText with(String gap, Object value) {
    Object shown = value instanceof Duration time ? time.toSeconds() : value;
    return new BenchmarkText(benchmark, text.replace("{" + gap + "}", "" + shown), figures);
  }

  /** Fills a gap with whole numbers. */
  BenchmarkText with(String gap, List<Double> values) {
    return with(
        gap,
        String.join(
            ", ", values.stream().map(it -> String.format(Locale.ROOT, "%.0f", it)).toList()));
  }

  /** Adds a figure, by its key in the table. */
  BenchmarkText figure(String key, double value) {
    return figure("", key, value);
  }

  /**
   * @param prefix of the figure's name
   */
  BenchmarkText figure(String prefix, String key, double value) {
    List<String> row =
        text.lines()
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .filter(cells -> cells.size() > 3 && cells.get(1).equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(benchmark + ".md has no row " + key));
    String aim = row.size() > 4 ? row.get(4) : "";
    Figure figure = Figure.of(prefix + row.get(2), value, row.get(3), aim);
    return new BenchmarkText(
        benchmark, text, Stream.concat(figures.stream(), Stream.of(figure)).toList());
  }

  /** Adds how far the ratios of pairs reach, the median with its aim. */
  BenchmarkText ratios(List<Double> ratios) {
    return figure("median", Statistics.median(ratios))
        .figure("lowest", ratios.stream().min(Double::compare).orElseThrow())
        .figure("highest", ratios.stream().max(Double::compare).orElseThrow());
  }

  BenchmarkReport report(Machine machine) {
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
