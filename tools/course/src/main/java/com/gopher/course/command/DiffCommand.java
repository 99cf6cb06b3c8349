package com.gopher.course.command;

import com.gopher.course.git.TextDiff;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what differs. */
@Command(
    name = "diff",
    description = {
      "Shows what you have changed since the start of the checkpoint;",
      "with one checkpoint its solution, with two what differs between their starts."
    },
    mixinStandardHelpOptions = true)
public final class DiffCommand extends CourseCommand {

  @Parameters(
      arity = "0..2",
      paramLabel = "CHECKPOINT",
      description = "Checkpoints that you have begun.")
  private List<String> checkpoints = List.of();

  public DiffCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  DiffCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() {
    try (LearnerTree tree = tree()) {
      Tree before;
      Tree after;
      if (checkpoints.isEmpty()) {
        before = tree.startFiles(tree.current());
        after = tree.files();
      } else {
        Checkpoint first = begun(tree, checkpoints.get(0));
        before = tree.startFiles(first);
        after =
            checkpoints.size() == 1
                ? solved(tree, first)
                : tree.startFiles(begun(tree, checkpoints.get(1)));
      }
      String diff = TextDiff.of(before, after);
      if (json) {
        console.json(Map.of("diff", diff));
      } else {
        console.result(diff.isEmpty() ? "Nothing differs." : diff.stripTrailing());
      }
      return GOOD;
    }
  }

  private Checkpoint begun(LearnerTree tree, String name) {
    Checkpoint checkpoint = checkpoint(name);
    if (!tree.isBegun(checkpoint)) {
      throw new CouldNotRun(
          "You have not begun "
              + checkpoint.slug()
              + " yet, and its files are not shown before. Nothing was changed. You are at "
              + tree.current().slug()
              + ".");
    }
    return checkpoint;
  }

  private static Tree solved(LearnerTree tree, Checkpoint checkpoint) {
    if (!tree.isDone(checkpoint)) {
      throw new CouldNotRun(
          "You have not solved "
              + checkpoint.slug()
              + " yet. Nothing was changed. ./shop tutorial hint helps; ./shop tutorial solve shows the solution and keeps your work on a branch.");
    }
    return tree.solutionFiles(checkpoint);
  }
}
