package com.gophershop.order;

import com.gophershop.DeliveryMode;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says who decides about the parcels of orders placed from now on. Orders placed before keep their
 * decider, so a shop that has nobody to ask any more must not start while some are open.
 */
@Component
class FulfillmentPolicy implements SmartLifecycle {

  private final DeliveryMode mode;
  private final OrderManagement orders;
  private final ObjectProvider<Fulfillment> here;
  private volatile boolean running;

  FulfillmentPolicy(
      @Value("${shop.delivery:in-process}") DeliveryMode mode,
      OrderManagement orders,
      ObjectProvider<Fulfillment> here) {
    this.mode = mode;
    this.orders = orders;
    this.here = here;
  }

  Decider decider() {
    return Decider.SHOP;
  }

  /**
   * @throws NobodyDecidesException if new orders or open ones would wait for ever
   */
  @Override
  public void start() {
    Set<Decider> deciders =
        here.stream().map(Fulfillment::decidesAs).collect(Collectors.toUnmodifiableSet());
    if (!deciders.contains(Decider.SHOP)) {
      refuseWithoutAShipperOfItsOwn();
    }
    if (mode == DeliveryMode.IN_PROCESS) {
      refuseToForgetTheTracker();
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before anything else works: no request is taken and nothing is sent by a shop that refuses. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  private void refuseWithoutAShipperOfItsOwn() {
    if (mode == DeliveryMode.IN_PROCESS) {
      throw new NobodyDecidesException(
          "shop.delivery=in-process, but this build of the shop has no module that ships: it was removed.",
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

  private void refuseToForgetTheTracker() {
    long open = orders.countOpen(Decider.TRACKER);
    if (open > 0) {
      throw new NobodyDecidesException(
          "The tracker still holds %s, which a shop with shop.delivery=in-process would never see delivered."
              .formatted(counted(open)),
          "Start the shop with shop.delivery=extracted and its tracker (./shop up city --delivery"
              + " extracted) until they are delivered or cancelled; no order was changed.");
    }
  }

  private static String counted(long open) {
    return open + (open == 1 ? " open order" : " open orders");
  }
}
