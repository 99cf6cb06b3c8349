package com.gopher.course.command;

import com.gopher.course.check.Judge;
import com.gopher.course.check.Verdict;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import picocli.CommandLine.Command;

/** Goes on from a solved checkpoint. */
@Command(
    name = "next",
    description = "Checks, commits your work and goes on to the next checkpoint.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:went on", "1:the check fails, nothing was changed", "2:could not run"})
public final class NextCommand extends CourseCommand {

  public NextCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  NextCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() throws InterruptedException {
    try (LearnerTree tree = tree()) {
      Checkpoint current = tree.current();
      new CityPrograms(place, console).ensureFor(current);
      Verdict verdict =
          new Judge(place.home(), console::narrate).judge(tree.files(), current, true);
      if (!verdict.isPassed()) {
        new VerdictPrinter(console).print(verdict, current, json);
        console.narrate(
            "You stay at checkpoint %s, and nothing was changed. ./shop tutorial solve shows the solution and goes on."
                .formatted(current.number()));
        return BAD;
      }
      ensureTheCityAfter(current);
      tree.commitWork(current);
      console.narrate("Your work is committed, with the tag mine/" + current.slug() + ".");
      new Exits(console, json).leave(tree, current);
      return GOOD;
    }
  }
}
