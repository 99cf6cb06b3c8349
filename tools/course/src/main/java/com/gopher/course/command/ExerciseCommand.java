package com.gopher.course.command;

import com.gopher.course.exercise.Exercise;
import com.gopher.course.exercise.ExerciseTree;
import com.gopher.course.exercise.Exercises;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the exercises, or writes one. */
@Command(
    name = "exercise",
    description = {
      "Writes an exercise into a separate directory: a shop with one thing changed.",
      "Without a name it lists them."
    },
    mixinStandardHelpOptions = true)
public final class ExerciseCommand extends CourseCommand {

  record Row(String name, String title) {}

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which one.")
  private @Nullable String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIRECTORY",
      description = "A new or empty one; ../gopher-exercise-NAME beside the clone if left out.")
  private @Nullable Path directory;

  public ExerciseCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  ExerciseCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() throws InterruptedException {
    Exercises exercises = Exercises.of(course());
    if (name == null) {
      list(exercises.all());
    } else {
      write(find(exercises, name));
    }
    return GOOD;
  }

  private void list(List<Exercise> exercises) {
    if (json) {
      console.json(
          Map.of(
              "exercises", exercises.stream().map(it -> new Row(it.name(), it.title())).toList()));
      return;
    }
    exercises.forEach(it -> console.result("%-20s %s".formatted(it.name(), it.title())));
    console.narrate("Next: ./shop tutorial exercise NAME");
  }

  private static Exercise find(Exercises exercises, String name) {
    return exercises
        .find(name)
        .orElseThrow(
            () ->
                new CouldNotRun(
                    "There is no exercise %s. Nothing was written. There are: %s"
                        .formatted(
                            name,
                            exercises.all().stream()
                                .map(Exercise::name)
                                .collect(Collectors.joining(", ")))));
  }

  private void write(Exercise exercise) throws InterruptedException {
    Path path =
        directory == null
            ? place.home().root().resolveSibling("gopher-exercise-" + exercise.name())
            : place.directory().resolve(directory).normalize();
    var target = new NewDirectory(path, place.directory());
    refuse(target);
    new CityPrograms(place, console).ensureFor(checkpoint(exercise.from()));
    ExerciseTree.write(path, place.home(), exercise);
    List<String> next = List.of(target.cd(), "./shop tutorial check");
    if (json) {
      console.json(Map.of("directory", path.toString(), "exercise", exercise.name(), "next", next));
      return;
    }
    console.result("Exercise %s, in %s".formatted(exercise.name(), path));
    console.result("\n" + exercise.story() + "\n");
    console.result("Next:");
    next.forEach(line -> console.result("  " + line));
  }

  private void refuse(NewDirectory target) {
    if (target.path().startsWith(place.home().root())
        || LearnerTree.around(target.path(), place.home()).isPresent()) {
      throw new CouldNotRun(
          target.path()
              + " is inside the clone or a project of the course, and an exercise stays away from"
              + " both. Nothing was written. Name a directory outside of them.");
    }
    if (target.isTaken()) {
      throw new CouldNotRun(
          "%s is not empty. Nothing was written. Go on there if it is this exercise (%s, then ./shop tutorial check), or name another directory: ./shop tutorial exercise %s DIRECTORY"
              .formatted(target.path(), target.cd(), name));
    }
  }
}
