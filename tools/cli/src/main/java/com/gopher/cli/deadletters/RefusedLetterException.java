package com.gopher.cli.deadletters;

/** This record cannot be sent, however often it is tried. The message is Kafka's, or says why. */
public final class RefusedLetterException extends Exception {

  private static final long serialVersionUID = 1;

  RefusedLetterException(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  RefusedLetterException(String message) {
    super(message);
  }
}
