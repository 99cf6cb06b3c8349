package com.gotracker.shipping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop announces about an order: its state as of a sequence.
 *
 * @param sequence of two updates of an order the one with the higher sequence is newer
 * @param changedAt when the order got this status
 * @param isRepeated whether the shop does not know what became of it, and asks for an answer
 * @param traceparent the trace of the request behind it, if there is one
 */
public record OrderUpdate(
    UUID orderId,
    long sequence,
    OrderStatus status,
    Instant changedAt,
    boolean isRepeated,
    @Nullable String traceparent) {}
