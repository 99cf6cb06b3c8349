package com.gopher.database;

import com.gopher.Api;
import com.gopher.failfast.ProcessEnd;
import com.gopher.secret.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.h2.tools.Server;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * H2's own server, for several processes of an application that share what one of them would open
 * as a file. It serves that one database to those who know a password of it; it makes no other, not
 * even in memory, because the owner of a database can run code here.
 */
@Api
public final class DatabaseServer implements AutoCloseable {

  private static final long LOOKS_EVERY_NANOS = 1_000_000_000L;

  private final Server server;
  private final Connection administrator;
  private volatile boolean ending;

  private DatabaseServer(Server server, Connection administrator) {
    this.server = server;
    this.administrator = administrator;
  }

  /**
   * Serves a database until the process is ended, or H2 has closed it: then it ends with exit
   * status 70, so that it can be started afresh.
   *
   * @param arguments the directory in which it is, its name, and the port
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    try {
      DatabaseServer started =
          start(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      started.endWhenClosed(ProcessEnd.orderly());
    } catch (UnusableDatabaseException e) {
      System.err.println(e.getMessage() + "\n" + e.action());
      System.exit(1);
    }
  }

  /**
   * Makes or secures the database before anybody can reach it.
   *
   * @param port 0 for any
   * @throws UnusableDatabaseException if the database or its password is lost or damaged, also if
   *     H2 finds nothing in a file that was set up
   */
  static DatabaseServer start(Path directory, String name, int port)
      throws IOException, SQLException {
    OwnerOnly.makeDirectory(directory);
    Path path = directory.toAbsolutePath().normalize().resolve(name);
    Database given = Database.of("jdbc:h2:file:" + path, "admin", "", name);
    given.file().ifPresent(DatabaseFile::refuseIfLost);
    Database database = AdministratorPassword.of(given, null);
    Connection administrator = open(database);
    try {
      refuseIfEmptied(database, administrator);
      OwnerOnly.closeFiles(directory, name + ".*");
      return new DatabaseServer(
          Server.createTcpServer(
                  "-tcpPort", String.format(Locale.ROOT, "%d", port), "-key", name, path.toString())
              .start(),
          administrator);
    } catch (IOException | SQLException | UnusableDatabaseException e) {
      administrator.close();
      throw e;
    }
  }

  private static void refuseIfEmptied(Database database, Connection administrator)
      throws SQLException {
    try (var statement = administrator.createStatement();
        var made =
            statement.executeQuery(
                """
                SELECT 1
                FROM information_schema.schemata
                WHERE schema_name NOT IN ('INFORMATION_SCHEMA', 'PUBLIC')
                """)) {
      boolean hasSchemas = made.next();
      database.file().ifPresent(file -> file.refuseIfEmptied(hasSchemas));
    }
  }

  private static Connection open(Database database) {
    try {
      return database.openAsAdministrator();
    } catch (SQLException e) {
      throw database.cannotOpen(e);
    }
  }

  /**
   * H2 closes a database at the first write that fails, on a full disk for example. The server
   * would go on, and open the file once more for the first client, with that client's settings:
   * what clients are told was committed might then be lost with the process.
   *
   * @param end told once
   */
  void endWhenClosed(ProcessEnd end) {
    var watch = new Thread(() -> awaitItsEnd(end), "database-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void awaitItsEnd(ProcessEnd end) {
    while (isOpen()) {
      LockSupport.parkNanos(LOOKS_EVERY_NANOS);
    }
    if (!ending) {
      System.err.println(
          "H2 has closed the database, as it does when it cannot write; is the disk full? What was acknowledged is in the file. Ending the process so that it can be started afresh.");
      end.now(ProcessEnd.AFTER_AN_ERROR);
    }
  }

  /** False once H2 has closed what this server had opened. */
  boolean isOpen() {
    try (var statement = administrator.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException e) {
      return !DatabaseAway.isCauseOf(e);
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    ending = true;
    server.stop();
    JdbcUtils.closeConnection(administrator);
  }
}
