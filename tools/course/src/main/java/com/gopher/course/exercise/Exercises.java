package com.gopher.course.exercise;

import com.gopher.course.state.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The exercises of a course: one sub-folder of {@code exercises} for each. */
public final class Exercises {

  private final List<Exercise> all;

  private Exercises(List<Exercise> all) {
    this.all = all;
  }

  public static Exercises of(Course course) {
    Path root = course.root().resolve("exercises");
    if (!Files.isDirectory(root)) {
      return new Exercises(List.of());
    }
    try (Stream<Path> found = Files.list(root)) {
      return new Exercises(
          found.filter(Files::isDirectory).sorted().map(ExerciseReader::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the order of their names. */
  public List<Exercise> all() {
    return all;
  }

  public Optional<Exercise> find(String name) {
    return all.stream().filter(exercise -> exercise.name().equals(name)).findFirst();
  }
}
