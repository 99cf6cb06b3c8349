package com.gopher.course.check;

import java.util.Optional;
import java.util.stream.Stream;

/** Something that must be true of the learner's project. */
interface Check {

  /** How much of the project it needs. */
  enum Kind {
    STRUCTURE,
    JOURNEY,
    OPERATION
  }

  /** What it looks at, as the end of "Checking ...". */
  String subject();

  /** What tells it from the others. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Whether its verdict depends on the file with this path in the learner's tree. */
  default boolean reads(String path) {
    return Stream.of(Program.values()).anyMatch(program -> path.startsWith(program.main()));
  }

  /** Why it fails; empty if it passes. */
  Optional<Failure> run(Subject subject) throws InterruptedException;
}
