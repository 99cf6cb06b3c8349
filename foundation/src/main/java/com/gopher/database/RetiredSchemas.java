package com.gopher.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of retired schemas. It belongs to no module and to no migration: a database has it
 * from the first retirement on, and only its administrator may read it.
 */
final class RetiredSchemas {

  private final Connection administrator;

  RetiredSchemas(Connection administrator) {
    this.administrator = administrator;
  }

  void makeIfMissing() throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS public.retired_schema (
            schema_retired VARCHAR(64) NOT NULL,
            begun_at       TIMESTAMP WITH TIME ZONE NOT NULL,
            asked_by       VARCHAR(256) NOT NULL,
            archive        VARCHAR(4000),
            row_count      BIGINT NOT NULL,
            finished_at    TIMESTAMP WITH TIME ZONE,
            logins_left    VARCHAR(200) NOT NULL
          )
          """);
    }
  }

  /** Newest first. */
  List<Retirement> all() throws SQLException {
    try (var statement = administrator.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT schema_retired, begun_at, asked_by, archive, row_count, finished_at, logins_left
                FROM public.retired_schema
                ORDER BY begun_at DESC
                """)) {
      List<Retirement> all = new ArrayList<>();
      while (row.next()) {
        String left = row.getString("logins_left");
        all.add(
            new Retirement(
                row.getString("schema_retired"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getString("archive"),
                row.getLong("row_count"),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                left.isEmpty() ? List.of() : List.of(left.split(","))));
      }
      return all;
    }
  }

  void begin(String schema, Instant now, String by, @Nullable String file, long rows)
      throws SQLException {
    try (var statement =
        administrator.prepareStatement(
            """
            INSERT INTO public.retired_schema
              (schema_retired, begun_at, asked_by, archive, row_count, logins_left)
            VALUES (?, ?, ?, ?, ?, '')
            """)) {
      statement.setString(1, schema);
      statement.setObject(2, now.atOffset(ZoneOffset.UTC));
      statement.setString(3, by);
      statement.setString(4, file);
      statement.setLong(5, rows);
      statement.executeUpdate();
    }
  }

  /** All that was begun for the schema: what one attempt left, a later one has done. */
  void finish(String schema, Instant now, List<String> loginsLeft) throws SQLException {
    try (var statement =
        administrator.prepareStatement(
            """
            UPDATE public.retired_schema
            SET finished_at = ?, logins_left = ?
            WHERE schema_retired = ?
            AND finished_at IS NULL
            """)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setString(2, String.join(",", loginsLeft));
      statement.setString(3, schema);
      statement.executeUpdate();
    }
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
