package com.gopher.lab.faults;

import java.time.Instant;

/** Shop and tracker send, all the time, what belongs to one order in any order. */
record OutOfOrder() implements Fault {

  @Override
  public String name() {
    return "out-of-order";
  }

  @Override
  public String how() {
    return "Sabotage replaces both relays by pairs that claim rows with SKIP LOCKED and stand still"
        + " at times: the topics themselves get out of order, and their readers must put up with it.";
  }

  @Override
  public String proof() {
    return "In the topics, records come for the first time after a later one of their order.";
  }

  @Override
  public Stage stage() {
    return Stage.plain()
        .harming(Scene.SHOP, "skip-locked-relays")
        .harming(Scene.TRACKER, "skip-locked-relays")
        .disorderedOnTheRoad();
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    scene.pause(scene.between(4_000, 6_000));
    return new Blow(
        Instant.now(),
        seen -> {
          long orders = Observed.overtaken(seen.ordersTopic());
          long shipments = Observed.overtaken(seen.shipmentsTopic());
          return orders == 0 && shipments == 0
              ? null
              : "%d records of orders and %d of shipments came too late"
                  .formatted(orders, shipments);
        });
  }
}
