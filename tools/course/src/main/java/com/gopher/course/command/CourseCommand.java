package com.gopher.course.command;

import com.gopher.course.exercise.ExerciseTree;
import com.gopher.course.git.UnreadyRepositoryException;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Course;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What the commands of the course share. */
abstract class CourseCommand implements Callable<Integer> {

  static final int GOOD = 0;
  static final int BAD = 1;

  final Console console;
  final Place place;

  @Option(names = "--json", description = "Print it as JSON.")
  boolean json;

  CourseCommand(Console console, Place place) {
    this.console = console;
    this.place = place;
  }

  @Override
  public final Integer call() throws Exception {
    try {
      return run();
    } catch (UnreadyRepositoryException e) {
      throw new CouldNotRun(e.getMessage(), e);
    }
  }

  abstract int run() throws Exception;

  final Course course() {
    return place.home().course();
  }

  /** The learner's tree around the current directory. */
  final LearnerTree tree() {
    ExerciseTree.around(place.directory(), place.home())
        .ifPresent(
            it -> {
              throw new CouldNotRun(
                  "Here is the exercise %s, which has one command: ./shop tutorial check. Nothing was changed. For the others, change to the directory of your course."
                      .formatted(it.exercise().name()));
            });
    return LearnerTree.around(place.directory(), place.home())
        .orElseThrow(
            () ->
                new CouldNotRun(
                    place.directory()
                        + " is in no tree of the course. Nothing was changed. Begin one with ./shop"
                        + " tutorial start, or change to the directory of yours."));
  }

  /** Has the city built if the next checkpoint needs it; call it before anything is changed. */
  final void ensureTheCityAfter(Checkpoint current) throws InterruptedException {
    Optional<Checkpoint> next = course().after(current);
    if (next.isPresent()) {
      new CityPrograms(place, console).ensureFor(next.get());
    }
  }

  final Checkpoint checkpoint(String numberOrSlug) {
    return course()
        .find(numberOrSlug)
        .orElseThrow(
            () ->
                new CouldNotRun(
                    "There is no checkpoint "
                        + numberOrSlug
                        + ". Nothing was changed. The checkpoints are "
                        + course().checkpoints().stream()
                            .map(Checkpoint::slug)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
