package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.HintsGiven;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a hint. */
@Command(
    name = "hint",
    description = "Gives the next of three hints, from gentle to explicit.",
    mixinStandardHelpOptions = true)
public final class HintCommand extends CourseCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "A certain one instead of the next.")
  private @Nullable Integer number;

  public HintCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  HintCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() {
    try (LearnerTree tree = tree()) {
      Checkpoint current = tree.current();
      List<String> hints = Pages.hints(current);
      var given = new HintsGiven(tree.root(), current);
      int wanted = number == null ? Math.min(given.count() + 1, hints.size()) : number;
      if (wanted < 1 || wanted > hints.size()) {
        throw new CouldNotRun(
            "There are hints 1 to %s. Nothing was changed. ./shop tutorial hint gives the next one."
                .formatted(hints.size()));
      }
      given.note(wanted);
      String hint = hints.get(wanted - 1);
      if (json) {
        console.json(
            Map.of("checkpoint", current.slug(), "hint", wanted, "of", hints.size(), "text", hint));
      } else {
        console.narrate("Hint %s of %s".formatted(wanted, hints.size()));
        console.result("\n" + hint);
      }
      return GOOD;
    }
  }
}
