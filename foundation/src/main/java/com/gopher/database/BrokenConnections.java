package com.gopher.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pool which errors of H2 mean that a connection is of no use any more. It cannot tell by
 * itself, as H2 does not use the standard's states for them, and it does not test a connection that
 * was used within the last half second: a busy process would use a dead one for ever.
 */
class BrokenConnections implements SQLExceptionOverride {

  private static final int CONNECTION_BROKEN = 90067;
  private static final int DATABASE_CLOSED = 90098;
  private static final int DATABASE_CALLED_AT_SHUTDOWN = 90121;
  private static final Set<Integer> OF_H2 =
      Set.of(CONNECTION_BROKEN, DATABASE_CLOSED, DATABASE_CALLED_AT_SHUTDOWN);

  private final ClosedDatabase closed;

  BrokenConnections(ClosedDatabase closed) {
    this.closed = closed;
  }

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    closed.notice(e);
    return OF_H2.contains(e.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
