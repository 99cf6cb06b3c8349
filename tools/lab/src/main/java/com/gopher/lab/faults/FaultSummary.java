package com.gopher.lab.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gopher.lab.faults.FaultRun.Outcome;
import com.gopher.lab.faults.Violation.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * All runs of one fault.
 *
 * @param without which protection was taken out; null if the city was whole
 * @param notRun runs whose fault did not strike
 * @param refused requests that were turned away or not answered, and sent again
 * @param recoverySeconds the longest, from the end of the cause until the tracker knew the last
 *     order that it had held up
 * @param evidence that the fault struck, run by run
 * @param violations the first of each run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultSummary(
    String fault,
    @Nullable String without,
    String how,
    String proof,
    int runs,
    int notRun,
    long orders,
    long cancellations,
    long lost,
    long duplicated,
    long disordered,
    long refused,
    double recoverySeconds,
    double seconds,
    List<String> evidence,
    List<String> violations) {

  private static final int SHOWN = 5;

  static FaultSummary of(Fault fault, @Nullable String without, List<Outcome> outcomes) {
    return new FaultSummary(
        fault.name(),
        without,
        fault.how(),
        fault.proof(),
        outcomes.size(),
        (int) outcomes.stream().filter(outcome -> outcome.evidence() == null).count(),
        sum(outcomes, Outcome::orders),
        sum(outcomes, Outcome::cancellations),
        sum(outcomes, outcome -> outcome.count(Kind.LOST)),
        sum(outcomes, outcome -> outcome.count(Kind.DUPLICATED)),
        sum(outcomes, outcome -> outcome.count(Kind.DISORDERED)),
        sum(outcomes, Outcome::refused),
        rounded(outcomes.stream().mapToDouble(Outcome::recoverySeconds).max().orElse(0)),
        rounded(outcomes.stream().mapToDouble(Outcome::seconds).sum()),
        outcomes.stream().map(Outcome::evidence).filter(Objects::nonNull).toList(),
        outcomes.stream()
            .flatMap(outcome -> outcome.violations().stream().limit(SHOWN))
            .map(Violation::toString)
            .toList());
  }

  private static long sum(List<Outcome> outcomes, ToLongFunction<Outcome> number) {
    return outcomes.stream().mapToLong(number).sum();
  }

  private static double rounded(double seconds) {
    return Math.rint(seconds * 10) / 10;
  }

  boolean isViolated() {
    return lost + duplicated + disordered > 0;
  }

  /**
   * A city that is whole must hold; one without a protection must be found out, unless it came to
   * no run at all.
   */
  public boolean isAsExpected() {
    return isViolated() == (without != null) || (without != null && notRun == runs);
  }

  /** How often it was run. */
  String counted() {
    return notRun == 0 ? "" + runs : (runs - notRun) + ", and " + notRun + " not run";
  }

  /** In today's words; those of the run may be older. */
  FaultTexts.Text text() {
    return FaultTexts.of(fault);
  }

  String shownBy() {
    return String.join("; ", evidence);
  }

  String foundOut() {
    return violations.isEmpty() ? "nothing was found" : "for example " + violations.get(0);
  }

  /** The names of the columns of {@link #line}. */
  public static String header() {
    return "%-40s %5s %7s %5s %11s %11s %8s %9s"
        .formatted(
            "fault", "runs", "orders", "lost", "duplicated", "disordered", "refused", "recovery");
  }

  /** As a line of a table. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%-40s %5s %7s %5s %11s %11s %8s %7.1f s",
        (without == null ? "" : "  unprotected: ") + fault,
        runs - notRun,
        orders,
        lost,
        duplicated,
        disordered,
        refused,
        recoverySeconds);
  }
}
