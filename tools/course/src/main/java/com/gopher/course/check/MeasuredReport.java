package com.gopher.course.check;

import com.gopher.lab.compare.report.Report;
import com.gopher.lab.compare.report.Result;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The learner's report of {@code ./shop compare}, and which figures stand in it. */
final class MeasuredReport {

  private static final double MICROS_IN_A_MILLI = 1_000;
  private static final double PERCENT = 100;

  private final Report report;

  MeasuredReport(Report report) {
    this.report = report;
  }

  /** The names of the experiments that came to a verdict. */
  List<String> experiments() {
    return report.experiments().stream()
        .filter(it -> it.status() == Result.Status.FINISHED)
        .map(Result::name)
        .toList();
  }

  /** The measures for which it says how far two identical systems came apart. */
  List<String> measuresWithNoise() {
    return report.aa().bands().stream().map(Band::measure).toList();
  }

  /** The first of these figures that the experiment's result does not have, rounded or not. */
  Optional<TypedFigure> missing(String experiment, List<TypedFigure> figures) {
    Result result =
        report.experiments().stream()
            .filter(it -> it.name().equals(experiment))
            .findFirst()
            .orElseThrow();
    List<Double> known = figuresOf(result);
    return figures.stream().filter(figure -> known.stream().noneMatch(figure::means)).findFirst();
  }

  /** True if both ends of the measure's band are among these figures, as ratios or in per cent. */
  boolean isBandOf(String measure, List<TypedFigure> figures) {
    Band band =
        report.aa().bands().stream()
            .filter(it -> it.measure().equals(measure))
            .findFirst()
            .orElseThrow();
    return isAmong(band.low(), figures) && isAmong(band.high(), figures);
  }

  private static boolean isAmong(double end, List<TypedFigure> figures) {
    double deviation = Math.abs(end - 1) * PERCENT;
    return figures.stream().anyMatch(figure -> figure.means(end) || figure.means(deviation));
  }

  private static List<Double> figuresOf(Result result) {
    var figures = new ArrayList<Double>();
    result
        .shapes()
        .forEach(
            (shape, measures) ->
                measures.forEach(
                    (name, figure) -> {
                      add(figures, figure.value(), figure.unit());
                      figures.addAll(valuesIn(name));
                    }));
    for (Comparison each : result.comparisons()) {
      add(figures, each.baselineValue(), each.unit());
      add(figures, each.otherValue(), each.unit());
      figures.add(each.ratio());
      figures.add(each.interval().low());
      figures.add(each.interval().high());
      figures.add(each.band().low());
      figures.add(each.band().high());
    }
    figures.addAll(valuesIn(result.because()));
    return figures;
  }

  private static void add(List<Double> figures, double value, String unit) {
    figures.add(value);
    if (unit.equals("µs")) {
      figures.add(value / MICROS_IN_A_MILLI);
    }
  }

  private static List<Double> valuesIn(String text) {
    return TypedFigure.in(text).stream().map(TypedFigure::value).toList();
  }
}
