package com.gopher.course.check;

/** Thrown where a check finds that something is not as it should be. */
class Failed extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  Failed(Failure failure) {
    super(failure.found());
    this.failure = failure;
  }

  final Failure failure() {
    return failure;
  }
}
