package com.gopher.course.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/**
 * A database that several programs of the learner's share, and a client of it that can hold locks
 * for as long as the tool likes. Its class path is the learner's libraries.
 */
public final class DatabaseHost {

  private final Answers answers = new Answers();
  private final String url;
  private final Connection holder;

  private DatabaseHost(String url) throws SQLException {
    this.url = url;
    this.holder = connect();
    this.holder.setAutoCommit(false);
  }

  /**
   * @param arguments a directory for the database's files
   */
  public static void main(String[] arguments) throws SQLException, IOException {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    Server server =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", arguments[0]).start();
    var host = new DatabaseHost("jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./tracker");
    host.answers.say("ready " + host.url);
    host.obey();
    // The tool is gone, or done.
    Runtime.getRuntime().halt(0);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "admin", "");
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
