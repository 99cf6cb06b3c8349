package com.gotracker.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/trials}: what would have become of the shop's orders that are run along, to be
 * compared with what did.
 */
@Component
@Endpoint(id = "trials")
class TrialsEndpoint {

  private static final int MOST = 1_000;
  private static final UUID FIRST = new UUID(0, 0);

  private final TrialRuns trials;

  TrialsEndpoint(TrialRuns trials) {
    this.trials = trials;
  }

  /**
   * A page of at most a thousand, in the order of their ids; the next one begins after its last.
   *
   * @param after the id of an order, known or not; none for the first page
   */
  @ReadOperation
  Page page(@Nullable UUID after) {
    return new Page(
        trials.page(after == null ? FIRST : after, MOST).stream().map(Item::of).toList());
  }

  record Page(List<Item> items) {}

  /**
   * @param cancellationHeardAt when the tracker heard that the order is to be cancelled, null if it
   *     did not
   */
  record Item(
      UUID id, ShipmentStatus status, List<Step> history, @Nullable Instant cancellationHeardAt) {

    static Item of(Trial trial) {
      Shipment shipment = trial.shipment();
      return new Item(
          shipment.orderId(), shipment.status(), shipment.history(), trial.cancellationHeardAt());
    }
  }
}
