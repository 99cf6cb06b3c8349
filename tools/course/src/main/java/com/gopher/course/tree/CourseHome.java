package com.gopher.course.tree;

import com.gopher.course.state.Course;
import com.gopher.course.state.States;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The clone that holds the course.
 *
 * @param root its directory
 */
public record CourseHome(Path root) {

  public CourseHome {
    root = root.toAbsolutePath().normalize();
  }

  /** The clone that this program was started from. */
  public static CourseHome ofThisProcess() {
    return new CourseHome(Path.of(System.getProperty("shop.home", ".")));
  }

  public Course course() {
    return Course.in(root.resolve("docs").resolve("tutorial"));
  }

  public States states() {
    return States.of(course(), root, Templates.adapted(this), Templates.of(this));
  }

  /**
   * How much Maven fetches if it has nothing of it yet, as measured.
   *
   * @param stage of what is built: {@code castle}, {@code city} or {@code prepare}
   */
  public int megabytesToFetch(String stage) {
    try (Stream<String> lines =
        Files.lines(root.resolve("docs").resolve("results").resolve("fetched.txt"))) {
      return lines
          .map(line -> line.split(" "))
          .filter(words -> words[0].equals(stage))
          .mapToInt(words -> Integer.parseInt(words[1]))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where what the course computes is kept, outside all learners' trees. */
  public Path cache() {
    return root.resolve(".shop").resolve("course");
  }
}
