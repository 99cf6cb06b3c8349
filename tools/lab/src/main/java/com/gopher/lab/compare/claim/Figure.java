package com.gopher.lab.compare.claim;

import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Bootstrap.Values;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.SystemShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A number that each sample of a shape has one of, and that is compared by its mean.
 *
 * @param noise the measure of the A/A run that has the noise of this one
 * @param smallestEffect how many times as much, or as little, a reader would care about
 */
public record Figure<S>(
    String measure, String unit, String noise, double smallestEffect, ToDoubleFunction<S> of) {

  /** One that the A/A run has by the same name. */
  public Figure(String measure, String unit, double smallestEffect, ToDoubleFunction<S> of) {
    this(measure, unit, measure, smallestEffect, of);
  }

  /** False where this machine cannot say it. */
  public boolean isKnown(S sample) {
    return of.applyAsDouble(sample) > 0;
  }

  public Measure mean(List<S> samples) {
    return new Measure(
        measure, samples.stream().mapToDouble(of).average().orElse(Double.NaN), unit);
  }

  /** Every other shape against the first. */
  public List<Comparison> compared(Laboratory laboratory, Map<String, List<S>> samples)
      throws IOException, InterruptedException {
    List<SystemShape> shapes = laboratory.shapes();
    var comparisons = new ArrayList<Comparison>();
    for (SystemShape other : shapes.subList(1, shapes.size())) {
      comparisons.add(
          new Bootstrap(smallestEffect)
              .mean(
                  measure,
                  unit,
                  values(shapes.get(0).name(), samples),
                  values(other.name(), samples),
                  laboratory.band(noise)));
    }
    return comparisons;
  }

  /** The means of several, as a chart with one bar for each shape. */
  public Chart bars(String title, Map<String, List<S>> samples) {
    return Chart.bars(
        title,
        "shape",
        unit,
        samples.entrySet().stream()
            .map(entry -> Chart.Series.bars(entry.getKey(), List.of(mean(entry.getValue()))))
            .toList());
  }

  private Values values(String shape, Map<String, List<S>> samples) {
    return new Values(
        shape, samples.getOrDefault(shape, List.of()).stream().map(of::applyAsDouble).toList());
  }
}
