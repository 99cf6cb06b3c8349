package com.gophershop.order;

import java.time.Instant;

/**
 * Somebody wants an order cancelled; the holder of its shipment decides whether it still can be.
 */
public record OrderCancellationRequested(
    OrderId orderId, long sequence, Decider decider, Instant requestedAt) {}
