package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * How many open orders are the tracker's, and of how many of the oldest nothing was heard. Never
 * red: whether the tracker knows them only the tracker can tell, and {@code ./shop status} asks
 * both.
 */
@Component
@ConditionalOnMessaging
class TrackerOrdersHealthIndicator extends AbstractHealthIndicator {

  /** Health is asked for often, and of what waits the oldest says enough. */
  private static final int LOOKED_AT = 1_000;

  private final OrdersOfTheTracker orders;

  TrackerOrdersHealthIndicator(OrdersOfTheTracker orders) {
    this.orders = orders;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    List<OpenOrder> silent =
        orders.page(Optional.empty(), LOOKED_AT).stream().filter(it -> it.heard() == 0).toList();
    health.up().withDetail("open", orders.count()).withDetail("notHeardOf", silent.size());
    if (!silent.isEmpty()) {
      health.withDetail("oldestNotHeardOfSince", silent.get(0).placedAt().toString());
    }
  }
}
