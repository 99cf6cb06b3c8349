package com.gopher.course.check;

import java.util.Optional;

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

  /** Why it fails; empty if it passes. */
  Optional<Failure> run(Subject subject) throws InterruptedException;
}
