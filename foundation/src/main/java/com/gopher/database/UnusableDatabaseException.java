package com.gopher.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used at all: what is wrong, and what to do about it. */
class UnusableDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String action;

  UnusableDatabaseException(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
