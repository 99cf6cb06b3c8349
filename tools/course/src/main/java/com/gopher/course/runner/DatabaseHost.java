package com.gopher.course.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import org.h2.tools.Server;

/**
 * A database that several programs of the learner's share, and a client of it that can hold locks
 * for as long as the tool likes. Its class path is the learner's libraries.
 */
public final class DatabaseHost {

  private final Answers answers = new Answers();
  private final String url;
  private final String password;
  private final Connection holder;

  private DatabaseHost(String url, String password) throws SQLException {
    this.url = url;
    this.password = password;
    this.holder = connect();
    this.holder.setAutoCommit(false);
  }

  /**
   * Makes the database and its password, then serves it: nobody else may have a database here, not
   * even in memory.
   *
   * @param arguments a directory for the database's files and the file with its password
   */
  public static void main(String[] arguments) throws SQLException, IOException {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    Path directory = Path.of(arguments[0]);
    String password = random();
    Files.writeString(directory.resolve("database-password"), password);
    Path path = directory.toAbsolutePath().resolve("tracker");
    var host = new DatabaseHost("jdbc:h2:file:" + path, password);
    Server server =
        Server.createTcpServer("-tcpPort", "0", "-key", "tracker", path.toString()).start();
    host.answers.say("ready jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/tracker");
    host.obey();
    // The tool is gone, or done.
    Runtime.getRuntime().halt(0);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "admin", password);
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void obey() throws IOException, SQLException {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = Answers.unfold(line).split(" ", 2);
        switch (words[0]) {
          case "run" -> run(words[1]);
          case "hold" -> Sql.run(words[1], holder, answers);
          case "release" -> {
            holder.commit();
            answers.say("done");
          }
          default -> answers.say("refused There is no command " + words[0]);
        }
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = connect()) {
      Sql.run(sql, connection, answers);
    }
  }
}
