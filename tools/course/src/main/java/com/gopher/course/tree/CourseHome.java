package com.gopher.course.tree;

import com.gopher.course.state.Course;
import com.gopher.course.state.States;
import java.nio.file.Path;

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

  /** Where what the course computes is kept, outside all learners' trees. */
  public Path cache() {
    return root.resolve(".shop").resolve("course");
  }
}
