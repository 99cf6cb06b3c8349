package com.gopher.lab.compare.report;

import com.gopher.lab.compare.report.Report.LoadCheck;
import com.gopher.lab.compare.report.Report.Noise;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.Budget;
import com.gopher.lab.machine.Machine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences that the terminal, the page and the documentation share. */
final class Words {

  private Words() {}

  /** Three digits that matter, or all of a whole number; a dash if there is no number. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    if (size >= 1000 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return size < 0.01
        ? String.format(Locale.ROOT, "%.2g", value)
        : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  static String amount(double value, String unit) {
    return unit.isEmpty() || !Double.isFinite(value) ? number(value) : number(value) + " " + unit;
  }

  static String time(double seconds) {
    var duration = Duration.ofMillis(Math.round(seconds * 1000));
    return seconds < 60
        ? number(Math.rint(seconds)) + " s"
        : String.format(
            Locale.ROOT, "%s min %02d s", duration.toMinutes(), duration.toSecondsPart());
  }

  /** The band as a deviation, for example {@code -7 % to +9 %}. */
  static String deviation(Band band) {
    return "%s to %s".formatted(percent(band.low()), percent(band.high()));
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%+.0f %%", (ratio - 1) * 100);
  }

  /** What two identical systems differed by, for each measure. */
  static String noise(Noise aa) {
    if (aa.bands().isEmpty()) {
      return "A/A: not run; no difference of figures is claimed without it.";
    }
    return "A/A, two identical systems, %s: "
            .formatted(aa.pairs() == 1 ? "1 pair" : aa.pairs() + " pairs")
        + aa.bands().stream()
            .map(band -> band.measure() + " " + deviation(band))
            .collect(Collectors.joining("; "))
        + ".";
  }

  /** What measuring cost, and whether that is little enough. */
  static String load(LoadCheck load) {
    return "Load generator at %s orders/s: %s %% of one core, schedule error p99 %s ms: %s."
        .formatted(
            number(load.ordersPerSecond()),
            number(load.shareOfOneCore() * 100),
            number(load.scheduleErrorP99Millis()),
            load.passed()
                ? "trustworthy"
                : "more than the 20 % or the 2 ms that it may take, so the figures are rough");
  }

  /** The ratio, its noise, and what may be said. */
  static String comparison(Comparison each) {
    return "%s: %s %s, %s %s. %s to %s is %s, with 95 %% confidence %s to %s; two identical systems came out between %s and %s: %s."
        .formatted(
            each.measure(),
            each.baseline(),
            amount(each.baselineValue(), each.unit()),
            each.other(),
            amount(each.otherValue(), each.unit()),
            each.other(),
            each.baseline(),
            number(each.ratio()),
            number(each.interval().low()),
            number(each.interval().high()),
            number(each.band().low()),
            number(each.band().high()),
            conclusion(each));
  }

  static String conclusion(Comparison each) {
    if (!each.isDifferent()) {
      return "no difference shown";
    }
    String larger = each.ratio() > 1 ? "larger in " : "smaller in ";
    return larger
        + each.other()
        + (each.matters() ? "" : ", but by less than the smallest effect of interest");
  }

  static String machine(Machine machine) {
    return "%s processors (%s), %s MB memory, %s"
        .formatted(
            machine.processors(),
            machine.cpu(),
            machine.memoryMegabytes() == null ? "unknown" : number(machine.memoryMegabytes()),
            machine.system());
  }

  static String budget(Budget budget) {
    String heap = number(budget.heapMegabytes()) + " MB heap in total";
    return budget.systemCpus().isEmpty()
        ? heap + "; processors cannot be pinned here, so the load generator shares them"
        : "%s; processors %s for the system, %s for the load generator"
            .formatted(heap, listed(budget.systemCpus()), listed(budget.driverCpus()));
  }

  private static String listed(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
