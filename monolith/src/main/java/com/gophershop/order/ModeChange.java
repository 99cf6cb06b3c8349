package com.gophershop.order;

import com.gophershop.DeliveryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of who decides about new orders. The latest is the mode in force.
 *
 * @param number 1 for the first; two cannot bear the same
 * @param from null for the first
 * @param by the operating-system user who asked
 */
record ModeChange(
    int number,
    Instant at,
    @Nullable DeliveryMode from,
    DeliveryMode to,
    String by,
    String reason) {}
