package com.gophershop.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payload of {@code tracker.shipments} as {@code shipment-v1.schema.json} describes it, before
 * it is known whether it keeps to that: anything may be missing.
 */
record ShipmentPayload(
    @Nullable String orderId,
    @Nullable Long sequence,
    @Nullable String decider,
    @Nullable String trackingNumber,
    @Nullable String status,
    @Nullable List<@Nullable Step> history) {

  record Step(@Nullable String status, @Nullable Long sequence, @Nullable String at) {}
}
