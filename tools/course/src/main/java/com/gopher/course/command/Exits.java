package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Course;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import java.util.Map;
import java.util.Set;

/** The way from a solved checkpoint to the next one, or out of the course. */
final class Exits {

  private final Console console;
  private final boolean json;

  Exits(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  void leave(LearnerTree tree, Checkpoint solved) {
    Course course = tree.course();
    course.after(solved).ifPresentOrElse(next -> enter(tree, next), () -> end(course));
  }

  private void enter(LearnerTree tree, Checkpoint next) {
    Set<String> kept = tree.begin(next);
    kept.forEach(
        path ->
            console.narrate(
                "You have " + path + " already: yours stays, the course's was not written."));
    if (json) {
      console.json(Map.of("checkpoint", next.slug(), "kept", kept));
      return;
    }
    console.narrate("Checkpoint %s: %s".formatted(next.number(), next.title()));
    console.result("\n" + Pages.task(next));
  }

  private void end(Course course) {
    if (json) {
      console.json(Map.of("finished", true));
      return;
    }
    console.result("That was the last checkpoint of this course. You have worked through");
    course
        .checkpoints()
        .forEach(it -> console.result("  %2s %s".formatted(it.number(), it.title())));
    console.result("\n" + Pages.end(course));
  }
}
