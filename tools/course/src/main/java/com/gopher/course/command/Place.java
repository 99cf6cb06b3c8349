package com.gopher.course.command;

import com.gopher.course.Home;
import java.nio.file.Path;

/** Where a command runs: the clone that holds the course, and the current directory. */
record Place(Home home, Path directory) {

  static Place ofThisProcess() {
    return new Place(Home.ofThisProcess(), Path.of("").toAbsolutePath());
  }
}
