package com.gopher.lab.faults;

import com.gopher.lab.machine.Machine;
import com.gopher.lab.text.TextResource;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The documentation's page of the fault suite, made from a report alone so that no number is typed
 * by hand.
 */
public final class FaultPage {

  private static final double BUSY = 0.5;

  private FaultPage() {}

  /** Returns Markdown. */
  public static String of(FaultReport report) {
    return String.format(
        Locale.ROOT,
        TextResource.read(FaultPage.class, "page.md"),
        each(report, result -> true, FaultPage::row),
        where(report),
        each(report, result -> result.without() == null, FaultPage::section),
        each(report, result -> result.without() != null, FaultPage::control).stripTrailing());
  }

  private static String each(
      FaultReport report, Predicate<FaultSummary> wanted, Function<FaultSummary, String> text) {
    return report.results().stream().filter(wanted).map(text).collect(Collectors.joining());
  }

  private static String section(FaultSummary result) {
    FaultTexts.Text text = FaultTexts.of(result.fault());
    return "\n### %s\n\n%s Proof: %s In the run above: %s.\n"
        .formatted(result.fault(), text.how(), text.proof(), String.join("; ", result.evidence()));
  }

  private static String control(FaultSummary result) {
    return "- `%s` without %s: %s.\n"
        .formatted(
            result.fault(),
            result.without(),
            result.violations().isEmpty()
                ? "nothing was found"
                : "for example " + result.violations().get(0));
  }

  private static String row(FaultSummary result) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %,d | %,d | %,d | %,d | %.1f s |\n",
        (result.without() == null ? "" : "*unprotected:* ") + result.fault(),
        result.notRun() == 0
            ? "" + result.runs()
            : (result.runs() - result.notRun()) + ", and " + result.notRun() + " not run",
        result.orders(),
        result.lost(),
        result.duplicated(),
        result.disordered(),
        result.refused(),
        result.recoverySeconds());
  }

  private static String where(FaultReport report) {
    Machine machine = report.machine();
    double load = Objects.requireNonNullElse(machine.loadBefore(), 0.0);
    return String.format(
        Locale.ROOT,
        "Run %s at commit %s with seed %s and %.0f calls a second on %s with %s processors, Java %s; load average before the run %.2f%s.\n"
            + "All of it took %.0f minutes.\n",
        machine.measuredAt(),
        machine.commit(),
        report.seed(),
        report.perSecond(),
        machine.system(),
        machine.processors(),
        machine.java(),
        load,
        load > BUSY ? " (others were at work: take the recovery times as rough)" : "",
        report.results().stream().mapToDouble(FaultSummary::seconds).sum() / 60);
  }
}
