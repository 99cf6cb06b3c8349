package com.gopher.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Notices that an embedded H2 has closed its database. It does so at the first write that fails, on
 * a full disk for example. All open connections are of no use from then on, also when there is room
 * again, and parts of the application hold some for long: what helps for certain is a new process.
 */
final class ClosedDatabase {

  private static final int DATABASE_CLOSED = 90098;

  private final boolean isOfThisProcess;
  private final Consumer<String> end;
  private final AtomicBoolean noticed = new AtomicBoolean();

  /**
   * @param end told once, with what happened
   */
  ClosedDatabase(Database database, Consumer<String> end) {
    this.isOfThisProcess = database.file().isPresent();
    this.end = end;
  }

  /**
   * Called before a connection is opened: it would open the file once more, with the settings of
   * whoever comes first.
   *
   * @throws SQLException if the database was closed
   */
  void refuseIfNoticed() throws SQLException {
    if (noticed.get()) {
      throw new SQLException(
          "The database was closed, and the process ends", "" + DATABASE_CLOSED, DATABASE_CLOSED);
    }
  }

  /** To be told of each error of a connection. */
  void notice(SQLException e) {
    if (isOfThisProcess
        && e.getErrorCode() == DATABASE_CLOSED
        && noticed.compareAndSet(false, true)) {
      end.accept(
          "H2 has closed the database, as it does when it cannot write; is the disk full? What was acknowledged is in the file");
    }
  }
}
