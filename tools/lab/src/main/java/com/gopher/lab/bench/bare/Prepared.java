package com.gopher.lab.bench.bare;

import com.gopher.lab.text.TextResource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A connection that prepares each statement of {@code floors.sql} once, and knows it by its name.
 */
final class Prepared implements AutoCloseable {

  private static final Map<String, String> SQL =
      Arrays.stream(TextResource.read(Prepared.class, "floors.sql").split("(?m)^-- "))
          .filter(section -> section.contains(": "))
          .collect(
              Collectors.toMap(
                  section -> section.substring(0, section.indexOf(": ")),
                  section -> section.substring(section.indexOf('\n')).strip()));

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Prepared(Connection connection) {
    this.connection = connection;
  }

  /** The URL of an H2 file that loses nothing when its process is killed. */
  static String url(String directory) {
    return "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
        .formatted(Path.of(directory).resolve("bare"));
  }

  /** A new database in the directory. */
  static Prepared in(String directory) throws SQLException {
    return new Prepared(DriverManager.getConnection(url(directory), "admin", ""));
  }

  /** Statements that stand together until {@link #commit}. */
  void inTransactions(boolean whether) throws SQLException {
    connection.setAutoCommit(!whether);
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void update(String name, Object... values) throws SQLException {
    with(name, values).executeUpdate();
  }

  /** As part of a batch, which waits for {@link #executeBatches}. */
  void add(String name, Object... values) throws SQLException {
    with(name, values).addBatch();
  }

  void executeBatches() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.executeBatch();
    }
  }

  /** Reads all rows, and of each the first column. */
  void query(Consumer<Object> column, String name, Object... values) throws SQLException {
    try (var rows = with(name, values).executeQuery()) {
      while (rows.next()) {
        column.accept(rows.getObject(1));
      }
    }
  }

  Object array(String type, Object... elements) throws SQLException {
    return connection.createArrayOf(type, elements);
  }

  private PreparedStatement with(String name, Object... values) throws SQLException {
    PreparedStatement statement = statements.get(name);
    if (statement == null) {
      statement = connection.prepareStatement(Objects.requireNonNull(SQL.get(name), name));
      statements.put(name, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
