package com.gopher.publications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that one listener has not yet dealt with.
 *
 * @param reason why it cannot be read; null if it can, as far as is known
 */
record UnfinishedPublication(
    UUID id,
    String listener,
    String event,
    String status,
    int attempts,
    Instant publishedAt,
    Instant lastAttemptAt,
    @Nullable Instant nextAttemptAt,
    @Nullable String reason) {

  UnfinishedPublication because(@Nullable String itCannotBeRead) {
    return new UnfinishedPublication(
        id,
        listener,
        event,
        status,
        attempts,
        publishedAt,
        lastAttemptAt,
        nextAttemptAt,
        itCannotBeRead);
  }

  static UnfinishedPublication from(ResultSet row, int number) throws SQLException {
    OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
    String status = row.getString("status");
    boolean waiting = next != null && status.equals("PUBLISHED");
    String eventType = row.getString("event_type");
    return new UnfinishedPublication(
        row.getObject("id", UUID.class),
        row.getString("listener_id"),
        eventType.substring(eventType.lastIndexOf('.') + 1),
        waiting ? "WAITING" : status,
        row.getInt("completion_attempts"),
        row.getObject("publication_date", OffsetDateTime.class).toInstant(),
        row.getObject("last_resubmission_date", OffsetDateTime.class).toInstant(),
        waiting ? next.toInstant() : null,
        null);
  }
}
