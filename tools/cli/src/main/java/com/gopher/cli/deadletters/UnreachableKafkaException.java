package com.gopher.cli.deadletters;

/** Kafka does not answer. */
public final class UnreachableKafkaException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreachableKafkaException(Throwable cause) {
    super(cause);
  }
}
