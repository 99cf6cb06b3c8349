package com.gophershop.order;

import com.gophershop.DeliveryMode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says who decides about the parcels of orders placed from now on. Orders placed before keep their
 * decider, so a shop that has nobody to ask any more must not start while some are open.
 */
@Component
class FulfillmentPolicy implements SmartLifecycle {

  private final DeliveryModes modes;
  private final ModeChanges changes;
  private final @Nullable DeliveryMode wish;
  private final DeliveryMode atFirst;
  private volatile boolean running;

  FulfillmentPolicy(
      DeliveryModes modes,
      ModeChanges changes,
      @Value("${shop.delivery:#{null}}") @Nullable DeliveryMode wish,
      @Value("${shop.delivery-at-first:in-process}") DeliveryMode atFirst) {
    this.modes = modes;
    this.changes = changes;
    this.wish = wish;
    this.atFirst = atFirst;
  }

  /** To be asked in the transaction that places an order: the mode may change at any time. */
  Decider decider() {
    return modes.mode() == DeliveryMode.EXTRACTED ? Decider.TRACKER : Decider.SHOP;
  }

  /**
   * @throws NobodyDecidesException if new orders or open ones would wait for ever
   */
  @Override
  public void start() {
    changes.begin(wish, atFirst);
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
}
