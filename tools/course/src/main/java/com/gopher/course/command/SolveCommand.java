package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import picocli.CommandLine.Command;

/** Puts the course's solution in the place of the learner's, and goes on. */
@Command(
    name = "solve",
    description = "Applies the solution as a commit and goes on; your work stays on a branch.",
    mixinStandardHelpOptions = true)
public final class SolveCommand extends CourseCommand {

  public SolveCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  SolveCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() throws InterruptedException {
    try (LearnerTree tree = tree()) {
      Checkpoint current = tree.current();
      ensureTheCityAfter(current);
      tree.solve(current).ifPresent(branch -> Kept.say(console, branch));
      console.narrate(
          (current.sheets().paths().isEmpty()
                  ? "The solution is the commit solution/%s; ./shop tutorial diff %s shows it."
                  : "Answers are in no commit of the course; ./shop tutorial diff %2$s shows some"
                      + " that pass.")
              .formatted(current.slug(), current.slug()));
      new Exits(console, json).leave(tree, current);
      return GOOD;
    }
  }
}
