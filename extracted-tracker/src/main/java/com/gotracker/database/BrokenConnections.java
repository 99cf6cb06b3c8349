package com.gotracker.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/**
 * Tells the pool which connections are lost. It knows the codes of the SQL standard, but H2 has
 * codes of its own for a server that is gone; and a connection that is asked for again within half
 * a second is not tested. So the clock, which asks ten times a second, once kept a dead connection
 * alive for a minute and a half after the server had come back.
 */
class BrokenConnections implements SQLExceptionOverride {

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    return e instanceof SQLNonTransientConnectionException
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
