package com.gotracker.shipping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the simulated carrier takes, as {@code shipping.preparing} and {@code shipping.transit}.
 *
 * @param preparing from the order to the van, {@code 10s} or {@code 200ms}
 * @param transit from the van to the door
 */
@ConfigurationProperties("shipping")
record ShippingTimes(
    @DefaultValue("10s") Duration preparing, @DefaultValue("10s") Duration transit) {

  ShippingTimes {
    if (preparing.isNegative() || transit.isNegative()) {
      throw new IllegalArgumentException(
          "shipping.preparing and shipping.transit may not be negative");
    }
  }
}
