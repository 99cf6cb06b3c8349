package com.gopher.inbound;

/** A property is set by a name that it does not have any more. */
final class RenamedPropertyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RenamedPropertyException(String before, String now) {
    super("The property %s is called %s now.".formatted(before, now));
  }
}
