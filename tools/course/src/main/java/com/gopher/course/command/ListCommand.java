package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Shows the checkpoints and how far the learner is. */
@Command(
    name = "list",
    description = "Shows all checkpoints, and how far you are.",
    mixinStandardHelpOptions = true)
public final class ListCommand extends CourseCommand {

  record Row(int number, String slug, String title, int minutes, String state) {}

  public ListCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  ListCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() {
    Optional<LearnerTree> tree = LearnerTree.around(place.directory(), place.home());
    List<Row> rows = course().checkpoints().stream().map(it -> row(it, tree)).toList();
    tree.ifPresent(LearnerTree::close);
    if (json) {
      console.json(Map.of("checkpoints", rows));
      return GOOD;
    }
    for (Row row : rows) {
      console.result(
          "%2s  %-12s %-28s %3s min  %s"
              .formatted(row.number(), row.slug(), row.title(), row.minutes(), row.state())
              .stripTrailing());
    }
    if (tree.isEmpty()) {
      console.narrate("Next: ./shop tutorial start");
    }
    return GOOD;
  }

  private static Row row(Checkpoint checkpoint, Optional<LearnerTree> tree) {
    return new Row(
        checkpoint.number(),
        checkpoint.slug(),
        checkpoint.title(),
        checkpoint.facts().minutes(),
        tree.map(it -> state(checkpoint, it)).orElse(""));
  }

  private static String state(Checkpoint checkpoint, LearnerTree tree) {
    if (tree.isDone(checkpoint)) {
      return "done";
    }
    return tree.current().equals(checkpoint) ? "you are here" : "";
  }
}
