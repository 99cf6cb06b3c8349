package com.gopher.database;

import com.gopher.Api;
import com.gopher.secret.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.tools.Server;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * H2's own server, for several processes of an application that share what one of them would open
 * as a file. It serves that one database to those who know a password of it; it makes no other, not
 * even in memory, because whoever has a database of his own can run code here.
 */
@Api
public final class DatabaseServer implements AutoCloseable {

  private final Server server;
  private final Connection administrator;

  private DatabaseServer(Server server, Connection administrator) {
    this.server = server;
    this.administrator = administrator;
  }

  /**
   * Serves a database until the process is ended.
   *
   * @param arguments the directory in which it is, its name, and the port
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    try {
      DatabaseServer started =
          start(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    } catch (UnusableDatabaseException e) {
      System.err.println(e.getMessage() + "\n" + e.action());
      System.exit(1);
    }
  }

  /**
   * Makes or secures the database before anybody can reach it.
   *
   * @param port 0 for any
   * @throws UnusableDatabaseException if the database or its password is lost or damaged
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
      OwnerOnly.closeFiles(directory, name + ".*");
      return new DatabaseServer(
          Server.createTcpServer(
                  "-tcpPort", String.format(Locale.ROOT, "%d", port), "-key", name, path.toString())
              .start(),
          administrator);
    } catch (IOException | SQLException e) {
      administrator.close();
      throw e;
    }
  }

  private static Connection open(Database database) {
    try {
      return database.openAsAdministrator();
    } catch (SQLException e) {
      throw database.cannotOpen(e);
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.stop();
    JdbcUtils.closeConnection(administrator);
  }
}
