package com.gotracker.shipping;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the shop announces of its orders: the tracker's own, and those it only follows. */
@Service
public class AnnouncedOrders {

  private final Dispatch dispatch;
  private final Following following;

  AnnouncedOrders(Dispatch dispatch, Following following) {
    this.dispatch = dispatch;
    this.following = following;
  }

  /**
   * Applies updates of any number of orders, all or none.
   *
   * @return how many took effect; the others had been applied before, or newer ones had
   * @throws org.springframework.dao.DataAccessException if the database did not store them; the
   *     same batch may be tried again
   */
  @Transactional
  public int take(Collection<AnnouncedOrder> batch) {
    List<OrderUpdate> own = updates(batch, true);
    List<OrderUpdate> followed = updates(batch, false);
    return (own.isEmpty() ? 0 : dispatch.take(own))
        + (followed.isEmpty() ? 0 : following.take(followed));
  }

  private static List<OrderUpdate> updates(Collection<AnnouncedOrder> batch, boolean own) {
    return batch.stream()
        .filter(order -> order.decidedByTracker() == own)
        .map(AnnouncedOrder::update)
        .toList();
  }
}
