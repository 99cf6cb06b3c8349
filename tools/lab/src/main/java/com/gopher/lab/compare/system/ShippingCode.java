package com.gopher.lab.compare.system;

import java.nio.file.Path;

/**
 * The code that decides about parcels, wherever it lives, and what is built from it.
 *
 * @param module the Maven module whose sources have it, a directory below this build's home
 * @param packageName its package
 * @param jar what the build makes of the module: a change of this code reaches nobody without it
 * @param table its own table
 */
public record ShippingCode(String module, String packageName, Path jar, String table) {

  /**
   * @param home of this build
   */
  public static ShippingCode inTheShop(Path home) {
    return new ShippingCode(
        "monolith",
        "com.gophershop.delivery",
        home.resolve(Path.of("monolith", "target", "gopher-shop.jar")),
        "delivery.shipment");
  }

  /**
   * @param home of this build
   */
  public static ShippingCode inTheTracker(Path home) {
    return new ShippingCode(
        "extracted-tracker",
        "com.gotracker.shipping",
        home.resolve(Path.of("extracted-tracker", "target", "gotracker.jar")),
        "tracker.shipment");
  }
}
