package com.gopher.course.git;

/** The learner's repository is in the middle of something; nothing was changed. */
public final class UnreadyRepositoryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadyRepositoryException(String message) {
    super(message);
  }
}
