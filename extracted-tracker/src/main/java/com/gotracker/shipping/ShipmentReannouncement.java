package com.gotracker.shipping;

import com.gopher.inbound.Reannouncement;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Announces all open shipments again, a page in a transaction. Those that are closed are announced
 * when the shop asks: it knows which of its orders are still open.
 */
@Component
class ShipmentReannouncement implements Reannouncement {

  private static final int PAGE = 500;

  private final OpenShipments shipments;

  ShipmentReannouncement(OpenShipments shipments) {
    this.shipments = shipments;
  }

  @Override
  public long announceAgain() {
    long all = 0;
    UUID last = null;
    List<UUID> page;
    do {
      page = shipments.announceAgain(last, PAGE);
      all += page.size();
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (page.size() == PAGE);
    return all;
  }
}
