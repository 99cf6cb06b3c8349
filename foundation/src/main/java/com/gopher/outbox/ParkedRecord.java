package com.gopher.outbox;

import java.time.Instant;

/**
 * A record that the broker refuses however often it is sent. Later records of its key wait behind
 * it.
 *
 * @param id what to retry it by
 * @param eventId its CloudEvents id
 * @param eventType its CloudEvents type
 * @param reason what the broker said
 * @param parkedAt when it was refused
 */
record ParkedRecord(
    long id,
    String topic,
    String key,
    String eventId,
    String eventType,
    String reason,
    Instant parkedAt) {}
