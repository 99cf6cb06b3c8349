package com.gophershop.order;

import com.gopher.inbound.Reannouncement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds orders, above all those that are neither delivered nor cancelled, and announces them again.
 */
@Service
class OpenOrders implements Reannouncement {

  private final Orders orders;
  private final RepeatedAnnouncement announcement;

  OpenOrders(Orders orders, RepeatedAnnouncement announcement) {
    this.orders = orders;
    this.announcement = announcement;
  }

  @Override
  @Transactional
  public List<UUID> announceAgain(Optional<UUID> after, int limit) {
    List<UUID> page = orders.open(after.map(OrderId::new), limit);
    announceAgain(Set.copyOf(page));
    return page;
  }

  /** Those of these that are open; returns how many. */
  @Transactional
  public int announceAgain(Set<UUID> ids) {
    List<Order> found = ids.isEmpty() ? List.of() : orders.lockOpen(ids);
    announcement.of(found);
    return found.size();
  }

  /** In whatever state they are; returns how many of them there are. */
  @Transactional
  public int announceAsTheyAre(Set<UUID> ids) {
    List<Order> found = ids.isEmpty() ? List.of() : orders.lock(ids);
    announcement.of(found);
    return found.size();
  }

  /** The next of those about whose parcels the tracker decides, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Order> ofTheTracker(Optional<UUID> after, int limit) {
    return orders.listOpen(Decider.TRACKER, after.map(OrderId::new), limit);
  }
}
