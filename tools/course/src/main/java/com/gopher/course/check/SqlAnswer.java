package com.gopher.course.check;

import java.util.List;

/** What a process of the tool answers to a statement. */
final class SqlAnswer {

  private static final String ROWS = "rows ";

  private SqlAnswer() {}

  /**
   * The columns of each row, as text; none for a statement that has no rows.
   *
   * @throws IllegalStateException if the statement was refused: it is the check's own
   */
  static List<List<String>> rows(String answer, String sql) {
    if (answer.startsWith(ROWS)) {
      return answer
          .substring(ROWS.length())
          .lines()
          .map(row -> List.of(row.split("\t", -1)))
          .toList();
    }
    if (!answer.equals("done")) {
      throw new IllegalStateException(sql + ": " + answer);
    }
    return List.of();
  }
}
