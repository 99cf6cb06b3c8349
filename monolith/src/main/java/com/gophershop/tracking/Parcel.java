package com.gophershop.tracking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where the parcel of an order is, as far as the shop has heard.
 *
 * @param asOf when the shop last heard of it
 */
record Parcel(
    UUID orderId,
    @Schema(example = "GT-7F3K-92XQ") String trackingNumber,
    ParcelStatus status,
    List<Step> history,
    Instant asOf) {

  record Step(ParcelStatus status, Instant at) {}
}
