package com.gopher.lab.compare.experiment.complexity;

import com.gopher.lab.compare.claim.Footprint;
import com.gopher.lab.compare.claim.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is to be thought of the claim when it is known what each step takes and brings.
 *
 * @param steps from the smallest shape to the largest
 * @param memory how many times as much memory a step must take to matter
 * @param enough percent of customers for whom something goes on
 */
record ComplexityVerdict(List<Step> steps, double memory, double enough) {

  /**
   * @param megabytes resident memory when it is ready
   */
  record Step(String shape, Footprint footprint, double megabytes, Survival survival) {}

  Verdict verdict() {
    return Verdict.of(
        steps.size() > 1
            && pairs().allMatch(number -> takesMore(number) && !brings(number).isEmpty()),
        pairs().anyMatch(this::takesLess));
  }

  private IntStream pairs() {
    return IntStream.range(1, steps.size());
  }

  private boolean takesMore(int number) {
    Step before = steps.get(number - 1);
    Step step = steps.get(number);
    return step.footprint().processes() > before.footprint().processes()
        && step.footprint().ports() > before.footprint().ports()
        && step.footprint().settings() > before.footprint().settings()
        && step.megabytes() >= memory * before.megabytes();
  }

  private boolean takesLess(int number) {
    Step before = steps.get(number - 1);
    Step step = steps.get(number);
    return step.footprint().processes() < before.footprint().processes()
        || step.megabytes() * memory <= before.megabytes();
  }

  /** What goes on there and does not in the step before. */
  private Set<String> brings(int number) {
    return onlyIn(number, number - 1);
  }

  /** What went on in the step before and does not there. */
  private Set<String> loses(int number) {
    return onlyIn(number - 1, number);
  }

  private Set<String> onlyIn(int one, int other) {
    var only = new LinkedHashSet<>(steps.get(one).survival().goesOn(enough));
    only.removeAll(steps.get(other).survival().goesOn(enough));
    return only;
  }

  String because() {
    return IntStream.range(0, steps.size())
        .mapToObj(number -> inWords(steps.get(number)) + (number == 0 ? "" : changes(number)))
        .collect(Collectors.joining("; ", "", "."));
  }

  private String changes(int number) {
    Set<String> brings = brings(number);
    Set<String> loses = loses(number);
    return (brings.isEmpty()
            ? ", and nothing goes on that did not before"
            : ", and what goes on that did not before: " + String.join(", ", brings))
        + (loses.isEmpty() ? "" : ", and no more: " + String.join(", ", loses));
  }

  private static String inWords(Step step) {
    return String.format(
        Locale.ROOT,
        "%s: %s %s, %s ports, %s settings, %.0f MB",
        step.shape(),
        step.footprint().processes(),
        step.footprint().processes() == 1 ? "process" : "processes",
        step.footprint().ports(),
        step.footprint().settings(),
        step.megabytes());
  }
}
