package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A file as H2 can leave it when the process is killed: a transaction that did not end has written
 * a new row, changed one and deleted one, and its undo log is not there.
 */
class LeftoverRowsTest {

  private static final int SESSIONS = 8;
  private static final String AS_COMMITTED = "[1 kept, 2 before, 3 deleted]";
  private static final String AS_WRITTEN = "[1 kept, 2 after, 4 new]";

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final List<Connection> open = new ArrayList<>();

  @TempDir private Path directory;

  @BeforeEach
  void listen() {
    logged.start();
    log().setLevel(Level.INFO);
    log().addAppender(logged);
  }

  @AfterEach
  void close() throws SQLException {
    log().detachAppender(logged);
    log().setLevel(null);
    for (Connection connection : open) {
      connection.close();
    }
  }

  @Test
  void noSessionSeesWhatATransactionThatDidNotEndHasLeft() throws Exception {
    leave("SHUTDOWN IMMEDIATELY");

    open.add(database().openAsAdministrator());

    assertThat(seenBySessions()).containsOnly(AS_COMMITTED).hasSize(SESSIONS);
    assertThat(logged.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains("the database " + directory.resolve("program.mv.db") + ": 7 entries of");
  }

  /** The control: the row is there, and one of the sessions works with it. */
  @Test
  void withoutTheMendOneSessionSeesIt() throws Exception {
    leave("SHUTDOWN IMMEDIATELY");

    connect();

    assertThat(seenBySessions()).contains(AS_COMMITTED).containsOnlyOnce(AS_WRITTEN);
  }

  @Test
  void aServerServesNoneOfIt() throws Exception {
    leave("SHUTDOWN IMMEDIATELY");

    try (DatabaseServer server = DatabaseServer.start(directory, "program", 0)) {
      assertThat(logged.list).hasSize(1);
    }
    open.add(database().openAsAdministrator());
    assertThat(seenBySessions()).containsOnly(AS_COMMITTED);
    assertThat(logged.list).as("nothing was left for the second to open it").hasSize(1);
  }

  @Test
  void aFileThatWasClosedIsNotLookedThrough() throws Exception {
    leave("SHUTDOWN");

    open.add(database().openAsAdministrator());

    assertThat(logged.list).isEmpty();
    assertThat(seenBySessions()).containsOnlyOnce(AS_WRITTEN);
  }

  @Test
  void aTransactionThatIsUnderWayKeepsWhatItHasWritten() throws Exception {
    Connection administrator = administratorOfThings();
    Connection working = connect();
    write(working);

    assertThat(LeftoverRows.putBack(administrator)).isZero();

    working.commit();
    assertThat(seen(administrator)).isEqualTo(AS_WRITTEN);
  }

  /** Looking into a file that is open would let go of its lock. */
  @Test
  @Tag("seconds")
  void anotherProcessIsKeptOutHoweverOftenItIsOpened() throws Exception {
    leave("SHUTDOWN IMMEDIATELY");
    open.add(database().openAsAdministrator());
    open.add(database().openAsAdministrator());

    Process other =
        H2Shell.start(url(), "-password", database().password(), "-sql", "SELECT name FROM thing");

    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).as(said).isNotZero();
    assertThat(said).contains("Database may be already in use").doesNotContain("kept");
  }

  /**
   * @param end how the process leaves the file
   */
  private void leave(String end) throws SQLException {
    Connection administrator = administratorOfThings();
    write(connect());
    var store =
        ((SessionLocal) administrator.unwrap(JdbcConnection.class).getSession())
            .getDatabase()
            .getStore()
            .getMvStore();
    for (String map : store.getMapNames()) {
      if (map.startsWith(TransactionStore.UNDO_LOG_NAME_PREFIX)) {
        store.openMap(map).clear();
      }
    }
    store.commit();
    execute(administrator, end);
    open.clear();
  }

  private Connection administratorOfThings() throws SQLException {
    Connection administrator = connect();
    execute(administrator, "CREATE TABLE thing (id INT PRIMARY KEY, name VARCHAR(10) NOT NULL)");
    execute(administrator, "CREATE INDEX by_name ON thing (name)");
    execute(administrator, "INSERT INTO thing VALUES (1, 'kept'), (2, 'before'), (3, 'deleted')");
    return administrator;
  }

  private static void write(Connection working) throws SQLException {
    working.setAutoCommit(false);
    execute(working, "INSERT INTO thing VALUES (4, 'new')");
    execute(working, "UPDATE thing SET name = 'after' WHERE id = 2");
    execute(working, "DELETE FROM thing WHERE id = 3");
  }

  /** The transactions of that many sessions that are open at once have as many numbers. */
  private List<String> seenBySessions() throws SQLException {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      Connection session = connect();
      session.setAutoCommit(false);
      seen.add(seen(session));
    }
    return seen;
  }

  private static String seen(Connection session) throws SQLException {
    String inTable = rows(session, "");
    String inIndex = rows(session, "USE INDEX (by_name)");
    return inTable.equals(inIndex) ? inTable : inTable + ", but in the index " + inIndex;
  }

  private static String rows(Connection session, String hint) throws SQLException {
    try (var statement = session.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT id, name FROM thing %s WHERE name > '' ORDER BY id".formatted(hint))) {
      List<String> seen = new ArrayList<>();
      while (rows.next()) {
        seen.add(rows.getInt(1) + " " + rows.getString(2));
      }
      return seen.toString();
    }
  }

  private static void execute(Connection session, String sql) throws SQLException {
    try (var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As an application does that knows nothing of this. */
  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url(), "admin", database().password());
    open.add(connection);
    return connection;
  }

  private Database database() {
    return AdministratorPassword.of(Database.of(url(), "admin", "", "program"), null);
  }

  private String url() {
    return "jdbc:h2:file:" + directory.resolve("program");
  }

  private static Logger log() {
    return (Logger) LoggerFactory.getLogger(LeftoverRows.class);
  }
}
