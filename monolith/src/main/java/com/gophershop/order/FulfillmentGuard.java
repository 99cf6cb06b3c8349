package com.gophershop.order;

import com.gophershop.DeliveryMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Knows which mode would leave orders without anybody who decides about them, in this process. */
@Component
class FulfillmentGuard {

  private static final Logger LOG = LoggerFactory.getLogger(FulfillmentGuard.class);

  private final OrderManagement orders;
  private final ObjectProvider<Fulfillment> here;
  private final Environment environment;

  FulfillmentGuard(
      OrderManagement orders, ObjectProvider<Fulfillment> here, Environment environment) {
    this.orders = orders;
    this.here = here;
    this.environment = environment;
  }

  /**
   * @throws NobodyDecidesException if new orders or open ones would wait for ever
   */
  void check(DeliveryMode mode) {
    if (here.stream().map(Fulfillment::decidesAs).noneMatch(Decider.SHOP::equals)) {
      refuseWithoutAShipperOfItsOwn(mode);
    }
    if (mode != DeliveryMode.IN_PROCESS && !hasRoad()) {
      throw new NobodyDecidesException(
          "The mode of delivery is %s, and this shop is not connected to Kafka: the tracker, which holds %s, would never hear of new ones."
              .formatted(mode.code(), counted(orders.countOpen(Decider.TRACKER))),
          "Start the city (./shop up city), or lead it back first (./shop up city --delivery"
              + " in-process); no order was changed.");
    }
    if (mode == DeliveryMode.IN_PROCESS) {
      tellOfTheTrackersOrders();
    }
  }

  /** True if this process is connected to Kafka. */
  boolean hasRoad() {
    return environment.containsProperty("spring.kafka.bootstrap-servers");
  }

  private void refuseWithoutAShipperOfItsOwn(DeliveryMode mode) {
    if (mode != DeliveryMode.EXTRACTED) {
      throw new NobodyDecidesException(
          "The mode of delivery is %s, but this build of the shop has no module that ships: it was removed."
              .formatted(mode.code()),
          "Start it with shop.delivery=extracted and a tracker (./shop up city --delivery"
              + " extracted), or start a build that has the module; no order was changed.");
    }
    long open = orders.countOpen(Decider.SHOP);
    if (open > 0) {
      throw new NobodyDecidesException(
          "The shop itself still has to ship %s, and this build of it has no module that ships: it was removed."
              .formatted(counted(open)),
          "Start a build that has the module, with shop.delivery=extracted, until they are"
              + " delivered or cancelled; no order was changed.");
    }
  }

  private void tellOfTheTrackersOrders() {
    long open = orders.countOpen(Decider.TRACKER);
    if (open == 0) {
      return;
    }
    if (hasRoad()) {
      LOG.info(
          "The tracker still holds {}; it finishes them, and the shop follows.", counted(open));
      return;
    }
    throw new NobodyDecidesException(
        "The tracker still holds %s, which a shop that ships by itself, and is not connected to Kafka, would never see delivered."
            .formatted(counted(open)),
        "Start the city (./shop up city) until they are delivered or cancelled; no order was"
            + " changed.");
  }

  private static String counted(long open) {
    return open + (open == 1 ? " open order" : " open orders");
  }
}
