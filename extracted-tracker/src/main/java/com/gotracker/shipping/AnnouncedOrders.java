package com.gotracker.shipping;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what the shop announces of its orders: the tracker's own, and those it only follows or
 * runs along.
 */
@Service
public class AnnouncedOrders {

  private final Dispatch dispatch;
  private final Following following;
  private final TrialRuns trials;

  AnnouncedOrders(Dispatch dispatch, Following following, TrialRuns trials) {
    this.dispatch = dispatch;
    this.following = following;
    this.trials = trials;
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
    List<OrderUpdate> own = updates(batch, AnnouncedOrder::decidedByTracker);
    List<OrderUpdate> followed = updates(batch, order -> !order.decidedByTracker());
    List<OrderUpdate> tried = updates(batch, order -> !order.decidedByTracker() && order.onTrial());
    if (!tried.isEmpty()) {
      trials.take(tried);
    }
    return (own.isEmpty() ? 0 : dispatch.take(own))
        + (followed.isEmpty() ? 0 : following.take(followed));
  }

  private static List<OrderUpdate> updates(
      Collection<AnnouncedOrder> batch, Predicate<AnnouncedOrder> wanted) {
    return batch.stream().filter(wanted).map(AnnouncedOrder::update).toList();
  }
}
