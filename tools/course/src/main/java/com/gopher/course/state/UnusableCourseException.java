package com.gopher.course.state;

/** The course itself is broken: its author has to mend it, no learner can. */
public final class UnusableCourseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnusableCourseException(String message) {
    super(message);
  }
}
