package com.gopher.inbound;

import com.gopher.Api;

/** A record breaks the contract. The message is one sentence, for the reader of dead letters. */
@Api
public class UnreadableRecordException extends Exception {

  private static final long serialVersionUID = 1;

  public UnreadableRecordException(String reason) {
    super(reason);
  }
}
