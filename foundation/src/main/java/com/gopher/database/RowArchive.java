package com.gopher.database;

import com.gopher.secret.OwnerOnly;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the tables of a schema into a file, a JSON text a row (JSON Lines); the last line says how
 * many there are. The file has its name only when it is complete and on the disk.
 */
final class RowArchive {

  private static final int ROWS_AT_ONCE = 1_000;

  private final Connection administrator;
  private final String schema;

  /**
   * @param schema as the catalog spells it
   */
  RowArchive(Connection administrator, String schema) {
    this.administrator = administrator;
    this.schema = schema;
  }

  /**
   * @param file that does not exist
   * @return how many rows it has
   * @throws IOException if it cannot be written; then it does not exist
   */
  long writeTo(Path file) throws IOException, SQLException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    long rows = 0;
    try (BufferedWriter lines = Files.newBufferedWriter(part, StandardOpenOption.CREATE_NEW)) {
      OwnerOnly.close(part);
      List<String> tables = tables();
      for (String table : tables) {
        rows += write(table, lines);
      }
      writeLine(Map.of("tables", tables.size(), "rows", rows), lines);
    }
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return rows;
  }

  private List<String> tables() throws SQLException {
    try (var statement =
        administrator.prepareStatement(
            """
            SELECT table_name
            FROM information_schema.tables
            WHERE table_schema = ?
            ORDER BY table_name
            """)) {
      statement.setString(1, schema);
      List<String> tables = new ArrayList<>();
      try (ResultSet names = statement.executeQuery()) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      return tables;
    }
  }

  private long write(String table, BufferedWriter lines) throws IOException, SQLException {
    long rows = 0;
    try (var statement = administrator.createStatement()) {
      // Inside a transaction PostgreSQL then keeps what is not read yet, and this process does not.
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row =
          statement.executeQuery("SELECT * FROM " + quoted(schema) + "." + quoted(table))) {
        while (row.next()) {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("table", table);
          line.put("row", columns(row));
          writeLine(line, lines);
          rows++;
        }
      }
    }
    return rows;
  }

  private static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    var names = row.getMetaData();
    for (int i = 1; i <= names.getColumnCount(); i++) {
      Object value = row.getObject(i);
      boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
      columns.put(names.getColumnLabel(i), isPlain ? value : row.getString(i));
    }
    return columns;
  }

  private static void writeLine(Object value, BufferedWriter lines) throws IOException {
    lines.write(JsonMapper.shared().writeValueAsString(value));
    lines.write('\n');
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
