package com.gotracker.shipping;

import org.springframework.modulith.events.Externalized;

/** A shipment got a new status. */
@Externalized
public record ShipmentChanged(Shipment shipment) {}
