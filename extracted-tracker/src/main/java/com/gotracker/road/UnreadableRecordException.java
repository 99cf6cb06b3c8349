package com.gotracker.road;

/**
 * A record breaks the contract. The message is one sentence for whoever looks into dead letters.
 */
class UnreadableRecordException extends Exception {

  private static final long serialVersionUID = 1;

  UnreadableRecordException(String reason) {
    super(reason);
  }
}
