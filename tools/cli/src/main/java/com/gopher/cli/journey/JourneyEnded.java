package com.gopher.cli.journey;

/** The story did not go on; the message says where and what was seen instead. */
public final class JourneyEnded extends RuntimeException {

  private static final long serialVersionUID = 1;

  JourneyEnded(String message) {
    super(message);
  }

  JourneyEnded(String message, Throwable cause) {
    super(message, cause);
  }
}
