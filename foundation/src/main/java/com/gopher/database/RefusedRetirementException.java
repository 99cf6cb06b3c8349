package com.gopher.database;

import com.gopher.Api;

/** A schema is not to be dropped; the message says why, and that nothing was dropped. */
@Api
public final class RefusedRetirementException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedRetirementException(String message) {
    super(message);
  }
}
