package com.gopher.database;

import com.gopher.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a schema out of the database whose module has left the application: writes its rows into a
 * file, drops it, and drops its two logins. Done by the administrator, under the lock of a set-up,
 * so that no other process makes at the same time what is being dropped.
 *
 * <p>PostgreSQL does it all in one transaction. H2 commits each statement that drops something: who
 * is killed in between has the rows in a complete file, and does the rest by the same call.
 */
@Api
public final class SchemaRetirement {

  private static final DateTimeFormatter TIME_IN_A_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Database database;
  private final Schemas schemas;
  private final Path directory;
  private final Clock clock;

  /**
   * @param directory where the files are written
   */
  SchemaRetirement(Database database, Schemas schemas, Path directory, Clock clock) {
    this.database = database;
    this.schemas = schemas;
    this.directory = directory;
    this.clock = clock;
  }

  /** True if a module of this build owns the schema. */
  public boolean isOwned(String schema) {
    return schemas.ownerOf(schema).isPresent();
  }

  /**
   * Does what is left to do; nothing if it was done before.
   *
   * @param name of the module, which its schema had as well
   * @param by the operating-system user who asks
   * @return what is recorded of it
   * @throws RefusedRetirementException if the schema is in use, was never there, or its rows cannot
   *     be written into a file; nothing was dropped then
   */
  public Retirement retire(String name, String by) {
    if (isOwned(name)) {
      throw refused("A module of this build owns the schema " + name + ".");
    }
    SchemaOwner gone = SchemaOwner.named(name, name);
    try (var administrator = database.openAsAdministrator();
        var lock = database.openAsAdministrator()) {
      database.type().lockForSetup(administrator, lock);
      RetiredSchemas retired = new RetiredSchemas(administrator);
      retired.makeIfMissing();
      administrator.setAutoCommit(false);
      retire(gone, by, administrator, retired);
      administrator.commit();
      return retired.all().stream()
          .filter(it -> it.schema().equals(name))
          .findFirst()
          .orElseThrow(() -> refused("There is no schema " + name + " in this database."));
    } catch (SQLException e) {
      throw database.cannotOpen(e);
    }
  }

  private void retire(SchemaOwner gone, String by, Connection administrator, RetiredSchemas retired)
      throws SQLException {
    boolean exists = exists(gone, administrator);
    if (exists) {
      refuseIfConnected(gone, administrator);
      Instant now = clock.instant();
      Path file =
          directory
              .resolve("retired-%s-%s.jsonl".formatted(gone.name(), TIME_IN_A_NAME.format(now)))
              .toAbsolutePath();
      long rows = write(gone, file, administrator);
      retired.begin(gone.schema(), now, by, file.toString(), rows);
    }
    boolean isUnfinished =
        retired.all().stream()
            .anyMatch(it -> it.schema().equals(gone.schema()) && it.finishedAt() == null);
    if (isUnfinished) {
      try (var statement = administrator.createStatement()) {
        for (String sql : database.type().retire(gone)) {
          statement.execute(sql);
        }
      }
      List<String> left = names(database.type().existingLogins(), gone, administrator);
      retired.finish(gone.schema(), clock.instant(), left);
    }
  }

  private long write(SchemaOwner gone, Path file, Connection administrator) throws SQLException {
    try {
      Files.createDirectories(directory);
      return new RowArchive(administrator, database.type().folded(gone.schema())).writeTo(file);
    } catch (IOException e) {
      throw refused("The file %s cannot be written (%s).".formatted(file, e));
    }
  }

  private boolean exists(SchemaOwner gone, Connection administrator) throws SQLException {
    try (var statement =
        administrator.prepareStatement(
            """
            SELECT 1
            FROM information_schema.schemata
            WHERE schema_name = ?
            """)) {
      statement.setString(1, database.type().folded(gone.schema()));
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Another process has the module, and would lose the tables that it works on. */
  private void refuseIfConnected(SchemaOwner gone, Connection administrator) throws SQLException {
    List<String> connected = names(database.type().connectedLogins(), gone, administrator);
    if (!connected.isEmpty()) {
      throw refused(
          "Another process is connected as %s: it has a module that owns the schema %s."
              .formatted(connected.get(0), gone.schema()));
    }
  }

  private List<String> names(String query, SchemaOwner gone, Connection administrator)
      throws SQLException {
    try (var statement = administrator.prepareStatement(query)) {
      statement.setString(1, database.type().folded(gone.owner()));
      statement.setString(2, database.type().folded(gone.app()));
      List<String> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1).toLowerCase(Locale.ROOT));
        }
      }
      return names;
    }
  }

  private static RefusedRetirementException refused(String reason) {
    return new RefusedRetirementException(reason + " Nothing was dropped.");
  }
}
