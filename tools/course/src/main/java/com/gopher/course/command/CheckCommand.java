package com.gopher.course.command;

import com.gopher.course.check.Judge;
import com.gopher.course.check.Verdict;
import com.gopher.course.exercise.ExerciseTree;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges the learner's code. */
@Command(
    name = "check",
    description = "Judges your code at the checkpoint or the exercise you are at.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:passed", "1:failed", "2:could not run"})
public final class CheckCommand extends CourseCommand {

  @Option(names = "--all", description = "Run every earlier check that holds here, too.")
  private boolean all;

  @Option(
      names = "--watch",
      description = "Judge each save, until Ctrl-C: structure at once, the rest when it is quiet.")
  private boolean watch;

  public CheckCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  CheckCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() throws InterruptedException {
    Optional<ExerciseTree> exercise = ExerciseTree.around(place.directory(), place.home());
    if (watch && (json || exercise.isPresent())) {
      throw new CouldNotRun(
          "--watch is for people at a checkpoint, without --json. Nothing was judged. Leave it out, and run the command again after each save.");
    }
    if (exercise.isPresent()) {
      Verdict verdict = exercise.get().judge(console::narrate);
      new VerdictPrinter(console).print(verdict, exercise.get().exercise(), json);
      return verdict.isPassed() ? GOOD : BAD;
    }
    try (LearnerTree tree = tree()) {
      Checkpoint current = tree.current();
      new CityPrograms(place, console).ensureFor(current);
      var judge = new Judge(place.home(), console::narrate);
      var printer = new VerdictPrinter(console);
      if (watch) {
        try (var watching = new Watch(tree, judge, printer, console)) {
          watching.run(all);
        }
      }
      Verdict verdict = judge.judge(tree.files(), current, all);
      printer.print(verdict, current, json);
      return verdict.isPassed() ? GOOD : BAD;
    }
  }
}
