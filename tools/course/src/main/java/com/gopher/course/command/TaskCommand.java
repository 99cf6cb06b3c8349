package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import java.util.Map;
import picocli.CommandLine.Command;

/** Prints the task of the current checkpoint. */
@Command(
    name = "task",
    description = "Prints the task of the checkpoint you are at.",
    mixinStandardHelpOptions = true)
public final class TaskCommand extends CourseCommand {

  public TaskCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  TaskCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() {
    try (LearnerTree tree = tree()) {
      Checkpoint current = tree.current();
      if (json) {
        console.json(
            Map.of(
                "checkpoint", current.slug(),
                "edit", current.facts().edit(),
                "task", Pages.task(current)));
      } else {
        console.result(Pages.task(current));
      }
      return GOOD;
    }
  }
}
