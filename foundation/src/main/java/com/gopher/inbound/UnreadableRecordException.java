package com.gopher.inbound;

/**
 * A record breaks the contract. The message is one sentence for whoever looks into dead letters.
 */
public class UnreadableRecordException extends Exception {

  private static final long serialVersionUID = 1;

  public UnreadableRecordException(String reason) {
    super(reason);
  }
}
