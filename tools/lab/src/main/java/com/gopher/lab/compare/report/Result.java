package com.gopher.lab.compare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.ClaimText;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.RawHistogram;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one experiment.
 *
 * @param smallestEffects null in reports of before experiments stated them
 * @param verdict null unless it was finished
 * @param because the verdict's reason; if there is none, why the experiment has no result
 * @param shapes the figures by the shape's name and the measure's
 * @param seconds that it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
    String name,
    String claim,
    String hypothesis,
    @Nullable List<String> smallestEffects,
    List<String> method,
    Status status,
    @Nullable Verdict verdict,
    String because,
    Map<String, Map<String, Figure>> shapes,
    List<Comparison> comparisons,
    List<Chart> charts,
    List<RawHistogram> histograms,
    List<String> cannotShow,
    double seconds) {

  /** How far the experiment came. */
  public enum Status {
    FINISHED("finished"),
    NOT_RUN("not run"),
    FAILED("failed"),
    INTERRUPTED("interrupted");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    @JsonValue
    @Override
    public String toString() {
      return words;
    }
  }

  /** The value of a measure; not a number if nothing could be measured. */
  public record Figure(double value, String unit) {}

  /** A finished one; its charts are thinned to what a page can show and a repository can hold. */
  public static Result finished(Experiment experiment, Finding finding, double seconds) {
    return of(experiment, Status.FINISHED, finding, seconds);
  }

  /** One that was not asked for, or for which there was no time. */
  public static Result notRun(Experiment experiment, String why) {
    return without(experiment, Status.NOT_RUN, why, 0);
  }

  /** One whose processes or answers failed in a way that is no result. */
  public static Result failed(Experiment experiment, String why, double seconds) {
    return without(experiment, Status.FAILED, why, seconds);
  }

  /** One that the user ended. */
  public static Result interrupted(Experiment experiment, double seconds) {
    return without(experiment, Status.INTERRUPTED, "Ended by the user.", seconds);
  }

  private static Result without(Experiment experiment, Status status, String why, double seconds) {
    return of(experiment, status, Finding.none(why), seconds);
  }

  private static Result of(Experiment experiment, Status status, Finding finding, double seconds) {
    ClaimText text = experiment.text();
    var figures = new LinkedHashMap<String, Map<String, Figure>>();
    finding.shapes().forEach((shape, measures) -> figures.put(shape, byName(measures)));
    return new Result(
        experiment.name(),
        text.claim(),
        text.hypothesis(),
        text.smallestEffects(),
        text.method(),
        status,
        finding.verdict(),
        finding.because(),
        figures,
        finding.comparisons(),
        finding.charts().stream().map(Thinning::of).toList(),
        finding.histograms(),
        text.cannotShow(),
        seconds);
  }

  /** What stands in the table: the verdict, or how far it came. */
  public String word() {
    return verdict == null ? status.toString() : verdict.toString();
  }

  private static Map<String, Figure> byName(List<Measure> measures) {
    var figures = new LinkedHashMap<String, Figure>();
    measures.forEach(
        measure -> figures.put(measure.name(), new Figure(measure.value(), measure.unit())));
    return figures;
  }
}
