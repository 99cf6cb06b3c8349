package com.gopher.course.check;

/** Thrown where a check finds that something is not as it should be. */
final class Failed extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  Failed(Failure failure) {
    super(failure.found());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
