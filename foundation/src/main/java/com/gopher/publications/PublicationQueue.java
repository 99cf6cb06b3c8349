package com.gopher.publications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry's table seen as a queue of retries. Spring Modulith reads <em>all</em> failed rows,
 * the oldest first; so that a few hopeless ones never hold up the rest, a row is failed only while
 * it is due. One that waits for its next attempt is kept as published, with a date. A failed one
 * whose date is past and has not been attempted since is still to be resubmitted.
 *
 * <p>What a listener has finished in its own transaction is still there until it is removed (see
 * {@link FinishedPublications}), and does not count.
 */
class PublicationQueue {

  private static final String IS_UNFINISHED =
      """
      NOT EXISTS (
        SELECT 1
        FROM %2$s AS finished
        WHERE finished.id = %1$s.id)
      """;

  private final JdbcClient jdbc;
  private final String table;
  private final String finished;

  /**
   * @param schema the one of the registry
   */
  PublicationQueue(JdbcClient jdbc, String schema) {
    this.jdbc = jdbc;
    this.table = schema + ".event_publication";
    this.finished = schema + ".finished_publication";
  }

  /** After a start nobody works on anything: whatever is left was cut off and is due now. */
  @Transactional
  public int resumeEverything(Instant now) {
    return sql("""
            UPDATE %s
            SET status = 'FAILED', next_attempt_at = :now
            WHERE status <> 'COMPLETED'
            """)
        .param("now", utc(now))
        .update();
  }

  /** Gives each publication whose latest attempt failed the date of its next one. */
  @Transactional
  public void postpone(Instant now, RetryPause pause) {
    for (int attempts : attemptsOfFailed()) {
      sql("""
              UPDATE %s
              SET status = 'PUBLISHED', next_attempt_at = :next
              WHERE status = 'FAILED'
              AND (next_attempt_at IS NULL OR last_resubmission_date >= next_attempt_at)
              AND completion_attempts = :attempts
              """)
          .param("next", utc(now.plus(pause.after(attempts))))
          .param("attempts", attempts)
          .update();
    }
  }

  /**
   * Makes due now what a clock has dated that was set back since: a next attempt further ahead than
   * the longest pause, and one that is due and dated later than now, whose failure would not be
   * seen.
   */
  @Transactional
  public void forgetDatesAhead(Instant now, Duration longestPause) {
    datesAhead("PUBLISHED", now.plus(longestPause), now);
    datesAhead("FAILED", now, now);
  }

  private void datesAhead(String status, Instant limit, Instant now) {
    sql("""
            UPDATE %s
            SET next_attempt_at = :now
            WHERE status = :status
            AND next_attempt_at > :limit
            """)
        .param("now", utc(now))
        .param("status", status)
        .param("limit", utc(limit))
        .update();
  }

  /** Marks as failed, which means due, what has waited long enough, at most {@code limit} rows. */
  @Transactional
  public void requeueDue(Instant now, int limit) {
    List<UUID> due =
        sql("""
                SELECT id
                FROM %s
                WHERE status = 'PUBLISHED'
                AND next_attempt_at <= :now
                ORDER BY next_attempt_at
                LIMIT :limit
                """)
            .param("now", utc(now))
            .param("limit", limit)
            .query(UUID.class)
            .list();
    if (!due.isEmpty()) {
      sql("UPDATE %s SET status = 'FAILED' WHERE id IN (:due)").param("due", due).update();
    }
  }

  /**
   * What nobody has finished for so long that it must have been lost, or since a time that far
   * ahead: a clock was set back, and nobody can tell for how long.
   */
  @Transactional
  public int requeueAbandoned(Instant now, Duration patience) {
    OffsetDateTime before = utc(now.minus(patience));
    OffsetDateTime ahead = utc(now.plus(patience));
    int neverBegun =
        sql("""
                UPDATE %s
                SET status = 'FAILED'
                WHERE status = 'PUBLISHED'
                AND next_attempt_at IS NULL
                AND (last_resubmission_date < :before OR last_resubmission_date > :ahead)
                """)
            .param("before", before)
            .param("ahead", ahead)
            .update();
    int neverFinished =
        sql("""
                UPDATE %s
                SET status = 'FAILED', next_attempt_at = NULL
                WHERE status IN ('PROCESSING', 'RESUBMITTED')
                AND (last_resubmission_date < :before OR last_resubmission_date > :ahead)
                """)
            .param("before", before)
            .param("ahead", ahead)
            .update();
    return neverBegun + neverFinished;
  }

  /** Makes everything that waits for a later attempt due now. */
  @Transactional
  public int requeueAll(Instant now) {
    return sql("""
            UPDATE %s
            SET next_attempt_at = :now
            WHERE status = 'PUBLISHED'
            AND next_attempt_at > :now
            """)
        .param("now", utc(now))
        .update();
  }

  /** What is due now, in the order in which it is handed out. */
  @Transactional(readOnly = true)
  public List<StoredEvent> oldestDue(int limit) {
    return sql("""
            SELECT id, listener_id, event_type, serialized_event, completion_attempts
            FROM %s
            WHERE status = 'FAILED'
            ORDER BY publication_date
            LIMIT :limit
            """)
        .param("limit", limit)
        .query(PublicationQueue::storedEvent)
        .list();
  }

  /**
   * Gives each of these, which are due and were attempted in vain, the date of its next attempt.
   */
  @Transactional
  public void postpone(List<StoredEvent> attempted, Instant now, RetryPause pause) {
    for (StoredEvent each : attempted) {
      sql("""
              UPDATE %s
              SET status = 'PUBLISHED', next_attempt_at = :next, last_resubmission_date = :now,
                  completion_attempts = :attempts
              WHERE id = :id
              AND status = 'FAILED'
              """)
          .param("next", utc(now.plus(pause.after(each.attempts() + 1))))
          .param("now", utc(now))
          .param("attempts", each.attempts() + 1)
          .param("id", each.id())
          .update();
    }
  }

  /** The event as it is stored. */
  @Transactional(readOnly = true)
  public Optional<StoredEvent> find(UUID id) {
    return sql("""
            SELECT id, listener_id, event_type, serialized_event, completion_attempts
            FROM %s
            WHERE id = :id
            AND
            """
            + IS_UNFINISHED)
        .param("id", id)
        .query(PublicationQueue::storedEvent)
        .optional();
  }

  /** Removes one that waits for another attempt; says whether it was there and did. */
  @Transactional
  public boolean dismiss(UUID id) {
    return sql("""
                DELETE
                FROM %s
                WHERE id = :id
                AND status = 'PUBLISHED'
                AND next_attempt_at IS NOT NULL
                """)
            .param("id", id)
            .update()
        == 1;
  }

  private static StoredEvent storedEvent(ResultSet row, int number) throws SQLException {
    return new StoredEvent(
        row.getObject("id", UUID.class),
        row.getString("listener_id"),
        row.getString("event_type"),
        row.getString("serialized_event"),
        row.getInt("completion_attempts"));
  }

  /** How many publications are due now. */
  @Transactional(readOnly = true)
  public long due() {
    return sql("SELECT COUNT(*) FROM %s WHERE status = 'FAILED'").query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public long size() {
    // Each that is finished is one that was published.
    return sql("SELECT (SELECT COUNT(*) FROM %1$s) - (SELECT COUNT(*) FROM %2$s)")
        .query(Long.class)
        .single();
  }

  /** How many publications were attempted at least so often without success. */
  @Transactional(readOnly = true)
  public long attemptedAtLeast(int attempts) {
    return sql("""
            SELECT COUNT(*)
            FROM %s
            WHERE completion_attempts >= :attempts
            AND
            """
            + IS_UNFINISHED)
        .param("attempts", attempts)
        .query(Long.class)
        .single();
  }

  @Transactional(readOnly = true)
  public List<UnfinishedPublication> oldest(int limit) {
    return sql("""
            SELECT id, listener_id, event_type, status, completion_attempts, publication_date,
                   last_resubmission_date, next_attempt_at
            FROM %s
            WHERE
            """
            + IS_UNFINISHED
            + """
            ORDER BY publication_date
            LIMIT :limit
            """)
        .param("limit", limit)
        .query(UnfinishedPublication::from)
        .list();
  }

  private JdbcClient.StatementSpec sql(String template) {
    return jdbc.sql(String.format(Locale.ROOT, template, table, finished));
  }

  /** As the database keeps it; rounded up by it, a time would be later than now. */
  private static OffsetDateTime utc(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private List<Integer> attemptsOfFailed() {
    return sql("""
            SELECT DISTINCT completion_attempts
            FROM %s
            WHERE status = 'FAILED'
            """)
        .query(Integer.class)
        .list();
  }
}
