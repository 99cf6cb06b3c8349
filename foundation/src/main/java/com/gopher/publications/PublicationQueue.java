package com.gopher.publications;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry's table seen as a queue of retries. Spring Modulith reads <em>all</em> failed rows,
 * the oldest first; so that a few hopeless ones never hold up the rest, a row is failed only while
 * it is due. One that waits for its next attempt is kept as published, with a date. A failed one
 * whose date is past and has not been attempted since is still to be resubmitted.
 */
@Repository
class PublicationQueue {

  private final JdbcClient jdbc;

  PublicationQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** After a start nobody works on anything: whatever is left was cut off and is due now. */
  @Transactional
  public int resumeEverything(Instant now) {
    return jdbc.sql(
            """
            UPDATE events.event_publication
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
      jdbc.sql(
              """
              UPDATE events.event_publication
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

  /** Marks as failed, which means due, what has waited long enough, at most {@code limit} rows. */
  @Transactional
  public void callUpDue(Instant now, int limit) {
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
            .param("now", utc(now))
            .param("limit", limit)
            .query(UUID.class)
            .list();
    if (!due.isEmpty()) {
      jdbc.sql("UPDATE events.event_publication SET status = 'FAILED' WHERE id IN (:due)")
          .param("due", due)
          .update();
    }
  }

  /** What nobody has finished for so long that whoever had it must have lost it. */
  @Transactional
  public int callUpAbandoned(Instant now, Duration patience) {
    OffsetDateTime before = utc(now.minus(patience));
    int neverBegun =
        jdbc.sql(
                """
                UPDATE events.event_publication
                SET status = 'FAILED'
                WHERE status = 'PUBLISHED'
                AND next_attempt_at IS NULL
                AND last_resubmission_date < :before
                """)
            .param("before", before)
            .update();
    int neverFinished =
        jdbc.sql(
                """
                UPDATE events.event_publication
                SET status = 'FAILED', next_attempt_at = NULL
                WHERE status IN ('PROCESSING', 'RESUBMITTED')
                AND last_resubmission_date < :before
                """)
            .param("before", before)
            .update();
    return neverBegun + neverFinished;
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
        .param("now", utc(now))
        .update();
  }

  /** How many publications are due now. */
  @Transactional(readOnly = true)
  public long due() {
    return jdbc.sql("SELECT COUNT(*) FROM events.event_publication WHERE status = 'FAILED'")
        .query(Long.class)
        .single();
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

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private List<Integer> attemptsOfFailed() {
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
