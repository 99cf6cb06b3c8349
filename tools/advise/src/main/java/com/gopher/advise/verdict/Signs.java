package com.gopher.advise.verdict;

import com.gopher.advise.code.Code;
import com.gopher.advise.code.ModuleFacts;
import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.history.People;
import com.gopher.advise.traffic.Traffic;
import com.gopher.advise.traffic.Traffic.ModuleTraffic;
import com.gopher.advise.verdict.Sign.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds the evidence against the three signs. */
final class Signs {

  /** Fewer requests are an afternoon of somebody who tries the application out. */
  static final long FEWEST_REQUESTS = 1_000;

  private static final String CUT_OFF = "the history is a shallow clone and ends within the window";

  private final Thresholds thresholds;

  Signs(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  List<Sign> of(Findings findings) {
    return List.of(
        people(findings.people()), traffic(findings.traffic()), size(findings.code(), findings));
  }

  private Sign people(Evidence<People> evidence) {
    String rule =
        "more than %s authors on the same code (rule of thumb of the story; --authors)"
            .formatted(thresholds.authors());
    if (evidence.found().isEmpty()) {
      return unknown("people", evidence.unknown(), rule);
    }
    People people = evidence.found().get();
    String seen =
        "%s in %s of people since %s, %s of them across modules"
            .formatted(
                counted(people.authors(), "author"),
                counted(people.commits(), "commit"),
                people.from(),
                people.crossingCommits());
    if (people.authors() > thresholds.authors()) {
      return new Sign(
          "people",
          Outcome.MET,
          seen,
          rule,
          "no more than %s authors".formatted(thresholds.authors()),
          names(people.modules(), each -> each.authors() > thresholds.team()));
    }
    if (people.cutOff()) {
      return unknown(
          "people",
          "at least %s, but %s; fetch the rest: git fetch --unshallow".formatted(seen, CUT_OFF),
          rule);
    }
    int missing = thresholds.authors() + 1 - people.authors();
    return new Sign(
        "people",
        Outcome.NOT_MET,
        seen,
        rule,
        "%s more".formatted(counted(missing, "author")),
        Set.of());
  }

  private static Set<String> names(
      List<People.ModuleChange> modules, Predicate<People.ModuleChange> which) {
    return modules.stream()
        .filter(which)
        .map(People.ModuleChange::module)
        .collect(Collectors.toSet());
  }

  private Sign traffic(Evidence<Traffic> evidence) {
    String rule =
        "one module with %s times the traffic of all the rest (rule of thumb of the story; --times)"
            .formatted(number(thresholds.times()));
    if (evidence.found().isEmpty()) {
      return unknown("traffic", evidence.unknown(), rule);
    }
    Traffic traffic = evidence.found().get();
    long mapped = traffic.requests() - traffic.unmapped();
    if (mapped < FEWEST_REQUESTS) {
      return unknown(
          "traffic",
          "only %s lead to a module; give a log with more than %s"
              .formatted(counted(mapped, "request"), FEWEST_REQUESTS),
          rule);
    }
    if (traffic.unmapped() > mapped) {
      return unknown(
          "traffic",
          "%s of %s lead to no module that is known; say which with --route PATH=MODULE"
              .formatted(traffic.unmapped(), counted(traffic.requests(), "request")),
          rule);
    }
    ModuleTraffic most = traffic.modules().get(0);
    String seen =
        "%s has %s %% of %s, %s times the rest"
            .formatted(
                most.module(),
                number(100 * most.share()),
                counted(mapped, "request"),
                number(most.timesTheRest()));
    boolean met = most.timesTheRest() >= thresholds.times();
    return new Sign(
        "traffic",
        met ? Outcome.MET : Outcome.NOT_MET,
        seen,
        rule,
        met
            ? "less than %s times the rest".formatted(number(thresholds.times()))
            : "%s times as much traffic to %s as now"
                .formatted(
                    number(Math.ceil(thresholds.times() / most.timesTheRest())), most.module()),
        met ? Set.of(most.module()) : Set.of());
  }

  private Sign size(Evidence<Code> evidence, Findings findings) {
    String rule =
        "a domain too big for one head: more than %s in all modules (the story gives no figure, this one is our guess; --types)"
            .formatted(counted(thresholds.types(), "type"));
    if (evidence.found().isEmpty()) {
      return unknown("size", evidence.unknown(), rule);
    }
    Code code = evidence.found().get();
    String breadth =
        findings
            .people()
            .found()
            .map(
                people ->
                    "; one author changed %s of %s modules"
                        .formatted(people.broadest(), findings.modules().size()))
            .orElse("");
    String seen =
        "%s in %s%s"
            .formatted(
                counted(code.types(), "type"), counted(code.modules().size(), "module"), breadth);
    boolean met = code.types() > thresholds.types();
    return new Sign(
        "size",
        met ? Outcome.MET : Outcome.NOT_MET,
        seen,
        rule,
        met
            ? "no more than " + counted(thresholds.types(), "type")
            : "%s more".formatted(counted(thresholds.types() + 1 - code.types(), "type")),
        met ? large(code) : Set.of());
  }

  /** A domain that is too big is made smaller by its larger parts. */
  private static Set<String> large(Code code) {
    return code.modules().stream()
        .filter(each -> each.types() * code.modules().size() >= code.types())
        .map(ModuleFacts::module)
        .collect(Collectors.toSet());
  }

  private static Sign unknown(String name, String why, String rule) {
    return new Sign(name, Outcome.UNKNOWN, why, rule, "knowing it", Set.of());
  }

  /** A number with what it counts. */
  static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 10 || value == Math.rint(value) ? "%,.0f" : "%.2g", value);
  }
}
