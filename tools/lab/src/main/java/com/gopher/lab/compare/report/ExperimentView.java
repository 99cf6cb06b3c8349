package com.gopher.lab.compare.report;

import com.gopher.lab.compare.report.Result.Figure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One experiment as the page's template shows it: what is claimed, how it was tried, what came out.
 *
 * @param kind of the verdict, for its colour
 * @param sign of the verdict, because colours alone say nothing to many
 * @param figures one, or none if nothing was measured
 * @param lists all sentences about it
 */
record ExperimentView(
    String name,
    String claim,
    String kind,
    String sign,
    String word,
    String because,
    List<Table> figures,
    List<ChartView> charts,
    List<Sentences> lists,
    String took) {

  /** A heading and what stands below it. */
  record Sentences(String title, List<String> sentences) {}

  static ExperimentView of(Result result) {
    return new ExperimentView(
        result.name(),
        result.claim(),
        result.word().replace(' ', '-'),
        sign(result.word()),
        result.word(),
        result.because(),
        figures(result).stream().toList(),
        IntStream.range(0, result.charts().size())
            .mapToObj(index -> ChartView.of(result.charts().get(index), chartId(result, index)))
            .toList(),
        lists(result),
        result.seconds() > 0 ? ", took " + Words.time(result.seconds()) : "");
  }

  /** Of the element that the page's script draws into. */
  static String chartId(Result result, int index) {
    return "chart-" + result.name() + "-" + index;
  }

  private static String sign(String word) {
    return switch (word) {
      case "shown" -> "✓";
      case "not shown" -> "≈";
      case "contrary" -> "✗";
      case "failed" -> "!";
      default -> "·";
    };
  }

  private static Optional<Table> figures(Result result) {
    if (result.shapes().isEmpty()) {
      return Optional.empty();
    }
    var measures = new LinkedHashSet<String>();
    result.shapes().values().forEach(figures -> measures.addAll(figures.keySet()));
    return Optional.of(
        new Table(
            List.copyOf(result.shapes().keySet()),
            measures.stream().map(measure -> row(measure, result)).toList()));
  }

  private static Table.Row row(String measure, Result result) {
    var cells = new ArrayList<String>();
    for (Map<String, Figure> figures : result.shapes().values()) {
      Figure figure = figures.getOrDefault(measure, new Figure(Double.NaN, ""));
      cells.add(Words.amount(figure.value(), figure.unit()));
    }
    return new Table.Row(measure, cells);
  }

  private static List<Sentences> lists(Result result) {
    var lists = new ArrayList<Sentences>();
    add(
        "Differences, and their noise",
        result.comparisons().stream().map(Words::comparison).toList(),
        lists);
    add("Hypothesis", List.of(result.hypothesis()), lists);
    add("Smallest effect of interest", result.smallestEffects(), lists);
    add("Method", result.method(), lists);
    add("What it cannot show", result.cannotShow(), lists);
    return lists;
  }

  private static void add(String title, @Nullable List<String> sentences, List<Sentences> lists) {
    if (sentences != null && !sentences.isEmpty()) {
      lists.add(new Sentences(title, sentences));
    }
  }
}
