package com.gotracker.shipping;

import com.gopher.outbox.EventBatch;
import java.util.List;
import org.springframework.modulith.events.Externalized;

/** Shipments got new statuses in one transaction. */
@Externalized
public record ShipmentsChanged(List<ShipmentChanged> events)
    implements EventBatch<ShipmentChanged> {}
