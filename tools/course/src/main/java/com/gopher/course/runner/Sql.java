package com.gopher.course.runner;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs a statement for the tool, and answers {@code done}, or {@code rows} and one row a line. */
final class Sql {

  private Sql() {}

  static void run(String sql, Connection connection, Answers answers) {
    try (var statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          answers.say("rows " + text(rows));
        }
      } else {
        answers.say("done");
      }
    } catch (SQLException e) {
      answers.say("refused " + e.getMessage());
    }
  }

  private static String text(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    var text = new StringBuilder();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        text.append(rows.getString(column)).append(column == columns ? '\n' : '\t');
      }
    }
    return text.toString();
  }
}
