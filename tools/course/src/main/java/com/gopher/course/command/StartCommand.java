package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a learner's tree. */
@Command(
    name = "start",
    description = "Writes the project of a checkpoint into a directory of your own.",
    mixinStandardHelpOptions = true)
public final class StartCommand extends CourseCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CHECKPOINT",
      description = "Its number or its name; the first if left out.")
  private @Nullable String checkpoint;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIRECTORY",
      description = "A new or empty one; ../gopher-course beside the clone if left out.")
  private @Nullable Path directory;

  @Option(
      names = "--here",
      description = "In a clone or a copy of a learner's tree: put back what is not committed.")
  private boolean here;

  public StartCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  StartCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() throws InterruptedException {
    return here ? equip() : write();
  }

  private int equip() throws InterruptedException {
    try (LearnerTree tree = tree()) {
      Checkpoint current = tree.current();
      new CityPrograms(place, console).ensureFor(current);
      tree.equip();
      if (json) {
        console.json(Map.of("directory", tree.root().toString(), "checkpoint", current.slug()));
      } else {
        console.result(
            "%s is ready, at checkpoint %s: %s. No source was changed."
                .formatted(tree.root(), current.number(), current.title()));
        console.narrate("Next: ./shop tutorial check");
      }
      return GOOD;
    }
  }

  private int write() throws InterruptedException {
    Checkpoint wanted = checkpoint == null ? course().first() : checkpoint(checkpoint);
    Path target =
        directory == null
            ? place.home().root().resolveSibling("gopher-course")
            : place.directory().resolve(directory).normalize();
    refuseInsideTheClone(target);
    refuseWhatIsNotEmpty(target);
    new CityPrograms(place, console).ensureFor(wanted);
    console.narrate("Writing the project of checkpoint " + wanted.number() + " ...");
    try (LearnerTree tree = LearnerTree.write(target, place.home(), wanted)) {
      String cd = newDirectory(target).cd();
      if (json) {
        console.json(
            Map.of(
                "directory",
                target.toString(),
                "checkpoint",
                tree.current().slug(),
                "next",
                List.of(cd, "./shop tutorial check")));
        return GOOD;
      }
      console.result("Checkpoint %s: %s, in %s".formatted(wanted.number(), wanted.title(), target));
      console.result("\n" + Pages.task(wanted) + "\n");
      console.result("Next, two lines (the check is meant to fail at first):");
      console.result("  " + cd);
      console.result("  ./shop tutorial check");
    }
    return GOOD;
  }

  private void refuseInsideTheClone(Path target) {
    if (target.startsWith(place.home().root())) {
      throw new CouldNotRun(
          target
              + " is inside the clone, where your files would be the clone's own and its builds"
              + " would find them. Nothing was written. Name a directory outside of it.");
    }
  }

  private NewDirectory newDirectory(Path target) {
    return new NewDirectory(target, place.directory());
  }

  private void refuseWhatIsNotEmpty(Path target) {
    NewDirectory wanted = newDirectory(target);
    if (!wanted.isTaken()) {
      return;
    }
    if (LearnerTree.around(target, place.home()).isPresent()) {
      throw new CouldNotRun(
          "You have begun in %s already. Nothing was changed. Go on there: %s, then ./shop tutorial list. To begin another tree, name another directory: ./shop tutorial start %s DIRECTORY"
              .formatted(
                  target, wanted.cd(), checkpoint == null ? course().first().slug() : checkpoint));
    }
    throw new CouldNotRun(
        target
            + " is not empty, and the course only writes into an empty directory. Nothing was"
            + " written. Name another one.");
  }
}
