package com.gopher.course.check;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One fault of the drill does to the learner's city what the learner has predicted. The city is the
 * same for all of them that one judgement runs.
 */
final class FaultCheck implements Check {

  private final String fault;

  /**
   * @param fault its name, one of those in {@link Drill#QUESTIONS}
   */
  FaultCheck(String fault) {
    this.fault = fault;
  }

  @Override
  public String name() {
    return "FaultCheck-" + fault;
  }

  @Override
  public String subject() {
    return fault + ", in a city made for the drill (up to half a minute)";
  }

  @Override
  public boolean reads(String path) {
    return Check.super.reads(path) || path.equals(PredictionSheet.FILE);
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    try {
      PredictionSheet sheet = PredictionSheet.read(subject.files().text(PredictionSheet.FILE));
      return judge(sheet, subject.drill().run(fault, subject));
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  Optional<Failure> judge(PredictionSheet sheet, Drill.Run run) {
    if (!run.counts()) {
      return Optional.of(didNotStrike(run));
    }
    for (Effect effect : Drill.QUESTIONS.get(fault)) {
      boolean happened = effect.isIn(run.summary());
      if (happened && effect.isHarm()) {
        return Optional.of(harm(effect, run));
      }
      if (happened != sheet.predicts(fault, effect)) {
        return Optional.of(surprise(effect, happened, sheet, run));
      }
    }
    return Optional.empty();
  }

  private Failure surprise(Effect effect, boolean happened, PredictionSheet sheet, Drill.Run run) {
    return new Failure(
        "You predict for %s: %s %s.".formatted(fault, effect.word(), happened ? "no" : "yes"),
        "It was %s: %s.".formatted(happened ? "yes" : "no", effect.in(run.summary())),
        PredictionSheet.FILE,
        "Find out why before you change the prediction: which process was away, and who had the"
            + " order in writing?",
        table(sheet, run));
  }

  private Failure harm(Effect effect, Drill.Run run) {
    return new Failure(
        "With " + fault + ", nothing is lost, duplicated or disordered.",
        "In your city " + effect.in(run.summary()) + ".",
        null,
        "Mend your code, whatever you have predicted; ./shop faults %s runs the fault by hand."
            .formatted(fault),
        String.join("\n", run.summary().violations()));
  }

  private Failure didNotStrike(Drill.Run run) {
    return new Failure(
        "The fault strikes a city that works.",
        "It did not come to that, and nothing was compared.",
        null,
        "What was said is below. If it is about time, try again on a machine that is less busy.",
        run.log());
  }

  private String table(PredictionSheet sheet, Drill.Run run) {
    return Drill.QUESTIONS.get(fault).stream()
        .map(
            effect ->
                "%-11s predicted %-3s  %s"
                    .formatted(
                        effect.word(),
                        sheet.predicts(fault, effect) ? "yes" : "no",
                        effect.in(run.summary())))
        .collect(Collectors.joining("\n"));
  }
}
