package com.gopher.lab.compare.traffic;

import com.gopher.lab.compare.system.Setup;

/** A system in which parcels are prepared and never leave, so that only orders are measured. */
public final class Standstill {

  private static final String LONGER_THAN_ANY_SESSION = "10h";

  private Standstill() {}

  public static Setup setup() {
    return Setup.plain()
        .with("SHIPPING_PREPARING", LONGER_THAN_ANY_SESSION)
        .with("SHIPPING_TRANSIT", LONGER_THAN_ANY_SESSION);
  }
}
