package com.gotracker.shipping;

import java.time.Instant;

/** A shipment got this status at that time. */
public record Step(ShipmentStatus status, Instant at) {}
