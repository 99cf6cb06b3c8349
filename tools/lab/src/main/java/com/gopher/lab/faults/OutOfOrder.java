package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;

/** Shop and tracker send, all the time, what belongs to one order in any order. */
final class OutOfOrder {

  private OutOfOrder() {}

  static Fault fault() {
    return Fault.of(
        "out-of-order",
        CityConfig.plain()
            .harming(City.SHOP, "skip-locked-relays")
            .harming(City.TRACKER, "skip-locked-relays")
            .outOfOrder(),
        OutOfOrder::strike);
  }

  private static FaultResult strike(CityUnderTest city) throws InterruptedException {
    city.pause(city.between(4_000, 6_000));
    return FaultResult.now(
        seen -> {
          long orders = Observed.overtaken(seen.ordersTopic());
          long shipments = Observed.overtaken(seen.shipmentsTopic());
          return orders == 0 && shipments == 0
              ? null
              : "%s records of orders and %s of shipments came too late"
                  .formatted(orders, shipments);
        });
  }
}
