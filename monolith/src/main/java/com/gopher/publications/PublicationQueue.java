package com.gopher.publications;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry's table seen as a queue of retries. Spring Modulith reads <em>all</em> failed rows,
 * the oldest first; so that a few hopeless ones never hold up the rest, a row is failed only while
 * it is due. One that waits for its next attempt is kept as published, with a date.
 */
@Repository
class PublicationQueue {

  private final JdbcClient jdbc;

  PublicationQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** After a start nobody works on anything: whatever is left was cut off and is due now. */
  @Transactional
  public int resumeEverything() {
    return jdbc.sql(
            """
            UPDATE events.event_publication
            SET status = 'FAILED', next_attempt_at = NULL
            WHERE status <> 'COMPLETED'
            """)
        .update();
  }

  /** Gives each failed publication the date of its next attempt. */
  @Transactional
  public void postpone(Instant now, RetryPause pause) {
    for (int attempts : failedAttempts()) {
      jdbc.sql(
              """
              UPDATE events.event_publication
              SET status = 'PUBLISHED', next_attempt_at = :next
              WHERE status = 'FAILED'
              AND completion_attempts = :attempts
              """)
          .param("next", now.plus(pause.after(attempts)).atOffset(ZoneOffset.UTC))
          .param("attempts", attempts)
          .update();
    }
  }

  /** Marks as failed, which means due, what has waited long enough, at most {@code limit} rows. */
  @Transactional
  public int callUpDue(Instant now, int limit) {
    List<UUID> due =
        jdbc.sql(
                """
                SELECT id
                FROM events.event_publication
                WHERE status = 'PUBLISHED'
                AND next_attempt_at <= :now
                ORDER BY next_attempt_at
                LIMIT :limit
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query(UUID.class)
            .list();
    for (UUID id : due) {
      jdbc.sql(
              """
              UPDATE events.event_publication
              SET status = 'FAILED', next_attempt_at = NULL
              WHERE id = :id
              """)
          .param("id", id)
          .update();
    }
    return due.size();
  }

  /** What nobody has finished for so long that whoever had it must have lost it. */
  @Transactional
  public int callUpAbandoned(Instant now, Duration patience) {
    return jdbc.sql(
            """
            UPDATE events.event_publication
            SET status = 'FAILED'
            WHERE status IN ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
            AND next_attempt_at IS NULL
            AND last_resubmission_date < :before
            """)
        .param("before", now.minus(patience).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Makes everything that waits for a later attempt due now. */
  @Transactional
  public int callUpAll(Instant now) {
    return jdbc.sql(
            """
            UPDATE events.event_publication
            SET next_attempt_at = :now
            WHERE status = 'PUBLISHED'
            AND next_attempt_at > :now
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Transactional(readOnly = true)
  public long size() {
    return jdbc.sql("SELECT COUNT(*) FROM events.event_publication").query(Long.class).single();
  }

  /** How many publications were attempted at least so often without success. */
  @Transactional(readOnly = true)
  public long attemptedAtLeast(int attempts) {
    return jdbc.sql(
            """
            SELECT COUNT(*)
            FROM events.event_publication
            WHERE completion_attempts >= :attempts
            """)
        .param("attempts", attempts)
        .query(Long.class)
        .single();
  }

  @Transactional(readOnly = true)
  public List<UnfinishedPublication> oldest(int limit) {
    return jdbc.sql(
            """
            SELECT id, listener_id, event_type, status, completion_attempts, publication_date,
                   last_resubmission_date, next_attempt_at
            FROM events.event_publication
            ORDER BY publication_date
            LIMIT :limit
            """)
        .param("limit", limit)
        .query(UnfinishedPublication::from)
        .list();
  }

  private List<Integer> failedAttempts() {
    return jdbc.sql(
            """
            SELECT DISTINCT completion_attempts
            FROM events.event_publication
            WHERE status = 'FAILED'
            """)
        .query(Integer.class)
        .list();
  }
}
