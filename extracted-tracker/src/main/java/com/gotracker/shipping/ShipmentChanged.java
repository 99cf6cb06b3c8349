package com.gotracker.shipping;

import org.jspecify.annotations.Nullable;

/**
 * A shipment got a new status.
 *
 * @param traceparent the trace of the request that led to it; null if its time had come
 */
public record ShipmentChanged(Shipment shipment, @Nullable String traceparent) {}
