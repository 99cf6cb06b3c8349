package com.gotracker.messaging;

import com.gotracker.shipping.OrderStatus;
import java.time.Instant;
import java.util.UUID;

/** What the tracker needs to know of an order, read from a record that keeps to the contract. */
record OrderState(
    UUID id, long sequence, boolean decidedByTracker, OrderStatus status, Instant changedAt) {}
