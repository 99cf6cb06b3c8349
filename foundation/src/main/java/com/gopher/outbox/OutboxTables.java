package com.gopher.outbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the outbox, and all SQL but the lease's. Each method is one statement: outside of
 * the publisher's transaction nothing here holds a lock from one statement to the next, so nobody
 * waits for a process that froze.
 */
final class OutboxTables {

  static final String OLDEST =
      """
      SELECT o.id, o.topic, o.record_key, o.event_id, o.event_type, o.event_source, o.event_time,
             o.traceparent, o.payload
      FROM %1$s.outbox o
      WHERE NOT EXISTS (
        SELECT 1
        FROM %1$s.outbox_parked p
        WHERE p.id <= o.id
        AND EXISTS (
          SELECT 1
          FROM %1$s.outbox b
          WHERE b.id = p.id AND b.topic = o.topic AND b.record_key = o.record_key))
      ORDER BY o.id
      LIMIT :limit""";

  private static final Logger LOG = LoggerFactory.getLogger(OutboxTables.class);
  private static final int LONGEST_REASON = 1_000;

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final String schema;

  OutboxTables(DataSource dataSource, String schema) {
    this.batches = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(batches);
    this.schema = schema;
  }

  /**
   * Adds records to the ends of their lines, in the transaction of the caller and in the given
   * order.
   */
  void add(List<TracedRecord> added) {
    batches.batchUpdate(
        """
        INSERT INTO %1$s.outbox
          (topic, record_key, event_id, event_type, event_source, event_time, traceparent, payload)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
            .formatted(schema),
        added,
        Math.max(1, added.size()),
        (statement, each) -> {
          var outbound = each.content();
          statement.setString(1, outbound.topic());
          statement.setString(2, outbound.key());
          statement.setString(3, outbound.id());
          statement.setString(4, outbound.type());
          statement.setString(5, outbound.source().toString());
          statement.setObject(6, outbound.time().atOffset(ZoneOffset.UTC));
          statement.setString(7, each.traceparent());
          statement.setString(8, outbound.payload());
        });
  }

  /**
   * The oldest records that do not wait behind a parked one. The search always begins at the very
   * first row: ids are given at insert and rows appear at commit, so a remembered position would
   * skip what is committed late. The parked ones are asked for from the inside out: as a join, H2
   * would begin with the outbox and compare each record with all before it.
   */
  List<StoredRecord> oldest(int limit) {
    while (true) {
      Map<Long, String> unreadable = new LinkedHashMap<>();
      List<StoredRecord> oldest =
          sql(OLDEST)
              .param("limit", limit)
              .query((row, number) -> storedOrNoted(row, unreadable))
              .list();
      if (unreadable.isEmpty()) {
        return oldest;
      }
      // What comes behind one of them has to wait, so the others are asked for once more.
      unreadable.forEach(
          (id, reason) -> {
            park(id, reason);
            LOG.warn("Record {} of the outbox is set aside, others go on: {}", id, reason);
          });
    }
  }

  /** One that cannot be read must not keep the others from being sent. */
  private static @Nullable StoredRecord storedOrNoted(ResultSet row, Map<Long, String> unreadable)
      throws SQLException {
    try {
      return stored(row);
    } catch (IllegalArgumentException e) {
      unreadable.put(row.getLong("id"), "It cannot be read: " + e.getMessage());
      return null;
    }
  }

  /** One text for any number of ids: a list of parameters would be parsed anew for each number. */
  void remove(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      batches.update(
          "DELETE FROM %s.outbox WHERE id = ANY(?)".formatted(schema),
          statement ->
              statement.setArray(
                  1, statement.getConnection().createArrayOf("bigint", ids.toArray())));
    }
  }

  /** Sets the record aside, unless it was sent or parked since. */
  void park(long id, String reason) {
    sql("""
            INSERT INTO %1$s.outbox_parked (id, reason)
            SELECT o.id, CAST(:reason AS VARCHAR(1000))
            FROM %1$s.outbox o
            WHERE o.id = :id
            AND NOT EXISTS (SELECT 1 FROM %1$s.outbox_parked p WHERE p.id = o.id)""")
        .param("id", id)
        .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
        .update();
  }

  /** Puts one parked record, or all if no id is given, back into its line; says how many. */
  int unpark(@Nullable Long id) {
    return id == null
        ? sql("DELETE FROM %1$s.outbox_parked").update()
        : sql("DELETE FROM %1$s.outbox_parked WHERE id = :id").param("id", id).update();
  }

  /**
   * Removes a parked record for good, so that the next one of its key is sent; says whether it was
   * there and parked.
   */
  boolean dismiss(long id) {
    return sql("""
                DELETE FROM %1$s.outbox
                WHERE id = :id
                AND EXISTS (SELECT 1 FROM %1$s.outbox_parked p WHERE p.id = :id)""")
            .param("id", id)
            .update()
        == 1;
  }

  /** The content of a parked record as it is stored; empty if there is none with this id. */
  Optional<String> parkedPayload(long id) {
    return sql("""
            SELECT o.payload
            FROM %1$s.outbox_parked p
            JOIN %1$s.outbox o ON o.id = p.id
            WHERE p.id = :id""")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** The records parked first, at most as many as given. */
  List<ParkedRecord> parked(int limit) {
    return sql("""
            SELECT o.id, o.topic, o.record_key, o.event_id, o.event_type, p.reason, p.parked_at
            FROM %1$s.outbox_parked p
            JOIN %1$s.outbox o ON o.id = p.id
            ORDER BY o.id
            LIMIT :limit""")
        .param("limit", limit)
        .query(
            (row, number) ->
                new ParkedRecord(
                    row.getLong("id"),
                    row.getString("topic"),
                    row.getString("record_key"),
                    row.getString("event_id"),
                    row.getString("event_type"),
                    row.getString("reason"),
                    instant(row, "parked_at")))
        .list();
  }

  Backlog backlog() {
    return sql("""
            SELECT (SELECT COUNT(*) FROM (SELECT id FROM %1$s.outbox LIMIT :limit) bounded) AS size,
                   (SELECT COUNT(*) FROM %1$s.outbox_parked) AS parked,
                   (SELECT stored_at FROM %1$s.outbox ORDER BY id LIMIT 1) AS oldest,
                   CURRENT_TIMESTAMP AS now""")
        .param("limit", Backlog.LIMIT)
        .query(
            (row, number) ->
                new Backlog(row.getLong("size"), ageOfTheOldest(row), row.getLong("parked")))
        .single();
  }

  /** Records that are not acknowledged yet; counted up to the limit. */
  long size(int limit) {
    return sql("SELECT COUNT(*) FROM (SELECT id FROM %1$s.outbox LIMIT :limit) bounded")
        .param("limit", limit)
        .query(Long.class)
        .single();
  }

  private static Duration ageOfTheOldest(ResultSet row) throws SQLException {
    return row.getObject("oldest") == null
        ? Duration.ZERO
        : Duration.between(instant(row, "oldest"), instant(row, "now"));
  }

  private static StoredRecord stored(ResultSet row) throws SQLException {
    var content =
        new OutboundRecord(
            row.getString("topic"),
            row.getString("record_key"),
            row.getString("event_id"),
            row.getString("event_type"),
            URI.create(row.getString("event_source")),
            instant(row, "event_time"),
            row.getString("payload"));
    return new StoredRecord(row.getLong("id"), content, row.getString("traceparent"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private JdbcClient.StatementSpec sql(String template) {
    return jdbc.sql(String.format(Locale.ROOT, template, schema));
  }
}
