package com.gopher.course.command;

import com.gopher.course.tree.CourseHome;
import java.nio.file.Path;

/** Where a command runs: the clone that holds the course, and the current directory. */
record Place(CourseHome home, Path directory) {

  static Place ofThisProcess() {
    return new Place(CourseHome.ofThisProcess(), Path.of("").toAbsolutePath());
  }
}
