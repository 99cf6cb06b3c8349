package com.gopher.database;

import com.gopher.Api;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot work at the moment from a mistake in what it was asked. */
@Api
public final class DatabaseAway {

  /**
   * A file cannot be read or written, is still held by the database that was closed, a connection
   * broke, the database is closed or closing.
   */
  private static final Set<Integer> OF_H2 = Set.of(90020, 90028, 90031, 90067, 90098, 90121);

  /** Connection, resources (a full disk is 53100), an operator's intervention, the system. */
  private static final Set<String> CLASSES_OF_POSTGRESQL = Set.of("08", "53", "57", "58");

  private static final int DEEPEST = 20;

  private DatabaseAway() {}

  /** Whether a database that is away is behind this failure. */
  public static boolean isCauseOf(Throwable failure) {
    boolean isSql = false;
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException e && isAway(e)) {
        return true;
      }
      // H2 calls a file that it cannot write a general error.
      isSql |= cause instanceof SQLException;
      if (isSql && cause instanceof IOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    return OF_H2.contains(e.getErrorCode())
        || state != null
            && state.length() == 5
            && CLASSES_OF_POSTGRESQL.contains(state.substring(0, 2));
  }
}
