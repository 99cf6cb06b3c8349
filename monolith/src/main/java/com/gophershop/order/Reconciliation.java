package com.gophershop.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of shop and tracker found.
 *
 * @param at when it ended; null if there was none
 * @param cleanAt when one last ended without a difference and with nothing pending; null if never
 */
record Reconciliation(
    @Nullable Instant at,
    long compared,
    long differences,
    long pending,
    @Nullable Instant cleanAt) {}
