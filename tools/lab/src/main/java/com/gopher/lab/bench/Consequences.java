package com.gopher.lab.bench;

import com.gopher.lab.load.JsonApi;
import com.gopher.lab.system.Waiting;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells when all that follows from orders is done: in the shop all listeners; in a city the tracker
 * has each order, the shop has the tracker's answer to each, and no outbox holds a record.
 *
 * @param shop where the shop's management answers
 * @param tracker the same of the tracker; null in a castle
 */
record Consequences(@Nullable URI shop, @Nullable URI tracker) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String APPLIED = "inbound.records?tag=outcome:applied";
  private static final String WAITING = "outbox.backlog";

  /**
   * Returns when all is done.
   *
   * @param orders placed since the shape was started
   * @throws IOException if that takes minutes
   */
  void await(long orders) throws IOException, InterruptedException {
    if (!Waiting.until(PATIENCE, () -> areDone(orders))) {
      throw new IOException(
          "what follows from %s orders was not done within %s minutes"
              .formatted(orders, PATIENCE.toMinutes()));
    }
  }

  boolean areDone(long orders) throws IOException {
    try (var askShop = new JsonApi(shop)) {
      return (tracker == null || haveMet(orders, askShop))
          && askShop.get("/actuator/publications").path("total").asLong() == 0;
    }
  }

  /** Asks in the order in which things happen, so that nothing slips from behind to before. */
  private boolean haveMet(long orders, JsonApi askShop) throws IOException {
    try (var askTracker = new JsonApi(tracker)) {
      return askTracker.metric(APPLIED) >= orders
          && askTracker.metric(WAITING) == 0
          && askShop.metric(APPLIED) >= orders
          && askShop.metric(WAITING) == 0;
    }
  }
}
