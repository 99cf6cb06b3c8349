package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Goes back to the start of the checkpoint. */
@Command(
    name = "reset",
    description = "Goes back to the start of the checkpoint; what you have stays on a branch.",
    mixinStandardHelpOptions = true)
public final class ResetCommand extends CourseCommand {

  public ResetCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  ResetCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() {
    try (LearnerTree tree = tree()) {
      Checkpoint current = tree.current();
      Optional<String> branch = tree.reset(current);
      if (json) {
        console.json(Map.of("checkpoint", current.slug(), "branch", branch.orElse("")));
        return GOOD;
      }
      branch.ifPresent(it -> Kept.say(console, it));
      console.result(
          "You are at the start of checkpoint %s: %s."
              .formatted(current.number(), current.title()));
      return GOOD;
    }
  }
}
