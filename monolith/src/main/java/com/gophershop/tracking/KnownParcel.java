package com.gophershop.tracking;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What was heard of the parcel of an order.
 *
 * @param times when it got each of its statuses
 */
public record KnownParcel(UUID orderId, String trackingNumber, Map<ParcelStatus, Instant> times) {}
