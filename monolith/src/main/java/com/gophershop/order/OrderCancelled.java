package com.gophershop.order;

import java.time.Instant;

/** An order is cancelled for good: its parcel was stopped and will never be shipped. */
public record OrderCancelled(
    OrderId orderId, long sequence, Decider decider, Instant cancelledAt) {}
