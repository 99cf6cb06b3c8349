package com.gopher.advise.verdict;

import com.gopher.advise.code.ModuleFacts;
import com.gopher.advise.code.Obstacle;
import com.gopher.advise.history.People;
import com.gopher.advise.traffic.Traffic;
import com.gopher.advise.verdict.Sign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides for the whole and for each module. Staying needs no reason, moving needs two: a sign that
 * speaks of the module, and nothing that holds it in one database with others.
 */
public final class Verdicts {

  private static final List<String> CANNOT_KNOW =
      List.of(
          "Who waits for whom: a history shows who changed something, not who could not.",
          "People who leave no commits, work in pairs or have their commits squashed by another.",
          "What is planned: teams to be hired, traffic to come, parts to be given up.",
          "Demands that are not in code: other owners, other hours, other places, other laws for the data.",
          "Whether those who would run several processes and a broker are there.",
          "Code that is reached by reflection or by generated classes, and tables that only a database knows.");

  private final Thresholds thresholds;

  public Verdicts(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  public Answer answer(Findings findings) {
    List<Sign> signs = new Signs(thresholds).of(findings);
    List<ModuleVerdict> modules =
        findings.modules().stream().map(module -> verdict(module, signs, findings)).toList();
    Decision decision = decision(signs, modules);
    return new Answer(
        decision,
        because(decision, signs, modules),
        signs,
        modules,
        flips(signs, modules),
        CANNOT_KNOW,
        findings);
  }

  private static Decision decision(List<Sign> signs, List<ModuleVerdict> modules) {
    for (Decision each :
        List.of(Decision.CANDIDATE, Decision.MODULE_FIRST, Decision.NOT_ENOUGH_EVIDENCE)) {
      if (modules.stream().anyMatch(module -> module.decision() == each)) {
        return each;
      }
    }
    return nothingKnown(signs) || modules.isEmpty() ? Decision.NOT_ENOUGH_EVIDENCE : Decision.STAY;
  }

  private static boolean nothingKnown(List<Sign> signs) {
    return signs.stream().allMatch(sign -> sign.outcome() == Outcome.UNKNOWN);
  }

  private static String because(Decision decision, List<Sign> signs, List<ModuleVerdict> modules) {
    List<String> met = named(signs, Outcome.MET);
    List<String> unknown = named(signs, Outcome.UNKNOWN);
    String open = unknown.isEmpty() ? "" : " Unknown: " + String.join(", ", unknown) + ".";
    List<String> which =
        modules.stream()
            .filter(module -> module.decision() == decision)
            .map(ModuleVerdict::module)
            .toList();
    return switch (decision) {
      case STAY ->
          (met.isEmpty()
                  ? "No sign that is known is met."
                  : "Met: " + String.join(", ", met) + "; it speaks of no single module.")
              + open;
      case NOT_ENOUGH_EVIDENCE ->
          (met.isEmpty()
                  ? "None of the three signs could be looked at."
                  : "Met: "
                      + String.join(", ", met)
                      + "; how far the modules are apart is not known.")
              + open;
      case MODULE_FIRST, CANDIDATE ->
          "Met: "
              + String.join(", ", met)
              + "; it speaks of "
              + String.join(", ", which)
              + "."
              + open;
    };
  }

  private static List<String> named(List<Sign> signs, Outcome outcome) {
    return signs.stream().filter(sign -> sign.outcome() == outcome).map(Sign::name).toList();
  }

  private static List<String> flips(List<Sign> signs, List<ModuleVerdict> modules) {
    List<String> flips = new ArrayList<>();
    signs.forEach(
        sign -> flips.add(sign.name() + " (" + sign.outcome().words() + "): " + sign.flip()));
    modules.stream()
        .filter(module -> module.decision() != Decision.STAY)
        .forEach(module -> flips.add(module.module() + ": " + module.flip()));
    return flips;
  }

  private ModuleVerdict verdict(String module, List<Sign> signs, Findings findings) {
    List<String> speaking =
        signs.stream().filter(sign -> sign.concerned().contains(module)).map(Sign::name).toList();
    if (nothingKnown(signs)) {
      return new ModuleVerdict(
          module,
          Decision.NOT_ENOUGH_EVIDENCE,
          List.of("no sign could be looked at", changed(module, findings)),
          "evidence for one of the signs");
    }
    if (speaking.isEmpty()) {
      return new ModuleVerdict(
          module,
          Decision.STAY,
          List.of(changed(module, findings), asked(module, findings)),
          "a sign that speaks of it");
    }
    String reason = "spoken of by: " + String.join(", ", speaking);
    Optional<ModuleFacts> facts = findings.code().found().flatMap(code -> code.of(module));
    if (facts.isEmpty()) {
      return new ModuleVerdict(
          module,
          Decision.NOT_ENOUGH_EVIDENCE,
          List.of(reason, "distance unknown"),
          "a candidate or a module first, once there are compiled classes");
    }
    List<String> holding = holding(facts.get());
    return holding.isEmpty()
        ? new ModuleVerdict(
            module,
            Decision.CANDIDATE,
            List.of(reason, distance(facts.get())),
            "it stays if the sign goes away, or if its price is more than it brings")
        : new ModuleVerdict(
            module,
            Decision.MODULE_FIRST,
            List.of(reason, String.join(", ", holding)),
            "a candidate without " + String.join(", ", holding));
  }

  /** What cannot be cut by a network. */
  private static List<String> holding(ModuleFacts facts) {
    List<String> holding = new ArrayList<>();
    int tables = facts.places(Obstacle.Kind.TABLE);
    int transactions = facts.places(Obstacle.Kind.TRANSACTION);
    if (tables > 0) {
      holding.add(Signs.counted(tables, "place") + " at another's tables");
    }
    if (transactions > 0) {
      holding.add(Signs.counted(transactions, "transaction") + " with others");
    }
    if (!facts.cycle().isEmpty()) {
      holding.add("a cycle with " + String.join(", ", facts.cycle()));
    }
    return holding;
  }

  private static String distance(ModuleFacts facts) {
    return "no shared table or transaction, no cycle; %s would become network calls, %s there already"
        .formatted(
            Signs.counted(facts.places(Obstacle.Kind.CALL), "call"),
            Signs.counted(facts.events(), "event"));
  }

  private String changed(String module, Findings findings) {
    return findings
        .people()
        .found()
        .map(people -> changed(people.of(module)))
        .orElse("its people are unknown");
  }

  private String changed(People.ModuleChange change) {
    return "%s changed it in %s (a team: up to %s)"
        .formatted(
            Signs.counted(change.authors(), "author"),
            Signs.counted(change.commits(), "commit"),
            thresholds.team());
  }

  private static String asked(String module, Findings findings) {
    Optional<Traffic> traffic = findings.traffic().found();
    if (traffic.isEmpty()) {
      return findings
          .code()
          .found()
          .flatMap(code -> code.of(module))
          .map(facts -> Signs.counted(facts.types(), "type"))
          .orElse("its traffic is unknown");
    }
    return traffic.get().modules().stream()
        .filter(each -> each.module().equals(module))
        .map(each -> Signs.number(100 * each.share()) + " % of the traffic")
        .findFirst()
        .orElse("no traffic");
  }
}
