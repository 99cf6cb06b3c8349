package com.gopher.course.check;

/** Thrown where a program says why it does not start. */
final class Refused extends Failed {

  private static final long serialVersionUID = 1;

  Refused(Failure failure) {
    super(failure);
  }
}
