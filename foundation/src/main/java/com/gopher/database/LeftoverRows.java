package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.MVDelegateIndex;
import org.h2.mvstore.db.MVIndex;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.value.VersionedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed process can leave in a file of H2: rows and index entries of a transaction that did
 * not end, without the undo log that would take them back. H2 takes its maps one after another when
 * it writes ({@code MVStore.collectChangedMapRoots}), while transactions go on: the undo log may be
 * taken before a row that it knows of later. Such a row is hidden from all sessions but those whose
 * transaction gets the number of that one, see <a
 * href="https://github.com/h2database/h2database/issues/2080">what H2's maintainer says of it</a>.
 */
final class LeftoverRows {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverRows.class);

  /** An operation is numbered within its transaction by so many bits of its id. */
  private static final int BITS_OF_AN_OPERATION = 40;

  private final MVStore store;

  private LeftoverRows(MVStore store) {
    this.store = store;
  }

  /**
   * Takes them out of a database that this process has just opened, and says how many there were.
   *
   * @param administrator if others work with the database, whoever came first has done it
   * @throws SQLException with the code for a damaged file if a row cannot be read
   */
  static void takeOutOf(DatabaseFile file, Connection administrator) throws SQLException {
    int entries = isAlone(administrator) ? putBack(administrator) : 0;
    if (entries > 0) {
      LOG.warn(
          "The last process did not close the database {}: {} entries of its tables and indexes were left by transactions that did not end, with nothing to undo them by. They are again what was committed last.",
          file.path(),
          entries);
    }
  }

  /**
   * Puts them back to what was committed last. Nothing that was acknowledged is among them: that
   * was written once more after its transaction had ended. What a transaction has written that is
   * under way has its undo log, and is left alone.
   *
   * @return how many entries of tables and indexes
   */
  static int putBack(Connection administrator) throws SQLException {
    if (!(administrator.unwrap(JdbcConnection.class).getSession()
        instanceof SessionLocal session)) {
      return 0;
    }
    try {
      return new LeftoverRows(session.getDatabase().getStore().getMvStore()).putBack(session);
    } catch (MVStoreException e) {
      throw new SQLException(e.getMessage(), null, ErrorCode.FILE_CORRUPTED_1, e);
    }
  }

  private static boolean isAlone(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement();
        var sessions = statement.executeQuery("SELECT COUNT(*) FROM information_schema.sessions")) {
      return sessions.next() && sessions.getInt(1) == 1;
    }
  }

  private int putBack(SessionLocal session) {
    int entries = 0;
    for (var table : session.getDatabase().getAllTablesAndViews()) {
      if (table.getIndexes() != null) {
        for (var index : table.getIndexes()) {
          if (index instanceof MVIndex<?, ?> stored && !(index instanceof MVDelegateIndex)) {
            entries += putBack(stored.getMVMap());
          }
        }
      }
    }
    if (entries > 0) {
      store.commit();
    }
    return entries;
  }

  private <K, V> int putBack(MVMap<K, VersionedValue<V>> map) {
    List<K> uncommitted = new ArrayList<>();
    Cursor<K, VersionedValue<V>> entries = map.cursor(null);
    while (entries.hasNext()) {
      K key = entries.next();
      if (!entries.getValue().isCommitted()) {
        uncommitted.add(key);
      }
    }
    int putBack = 0;
    for (K key : uncommitted) {
      map.operate(key, null, new ToCommitted<>());
      VersionedValue<V> present = map.get(key);
      putBack += present == null || present.isCommitted() ? 1 : 0;
    }
    return putBack;
  }

  private boolean canBeUndone(long operation) {
    String undoLog =
        TransactionStore.UNDO_LOG_NAME_PREFIX + "." + (operation >>> BITS_OF_AN_OPERATION);
    return store.hasMap(undoLog) && store.openMap(undoLog).containsKey(operation);
  }

  /** Is asked again if the entry has changed meanwhile. */
  private final class ToCommitted<V> extends MVMap.DecisionMaker<VersionedValue<V>> {

    @Override
    public MVMap.Decision decide(VersionedValue<V> existing, VersionedValue<V> provided) {
      if (existing == null || existing.isCommitted() || canBeUndone(existing.getOperationId())) {
        return MVMap.Decision.ABORT;
      }
      return existing.getCommittedValue() == null ? MVMap.Decision.REMOVE : MVMap.Decision.PUT;
    }

    /** Rows, and the values of indexes, are themselves what H2 keeps of a committed one. */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends VersionedValue<V>> T selectValue(T existing, T provided) {
      return (T) existing.getCommittedValue();
    }
  }
}
