package com.gopher.cli.deadletters;

/** Kafka will not take this record, however often it is sent. The message is Kafka's. */
public final class RefusedLetterException extends Exception {

  private static final long serialVersionUID = 1;

  RefusedLetterException(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
