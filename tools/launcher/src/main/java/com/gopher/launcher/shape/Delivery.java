package com.gopher.launcher.shape;

/** Who decides about the parcels of new orders, as the shop's setting {@code shop.delivery}. */
public enum Delivery {
  IN_PROCESS("in-process"),
  SHADOW("shadow"),
  EXTRACTED("extracted");

  private final String setting;

  Delivery(String setting) {
    this.setting = setting;
  }

  /** As a user writes it. */
  @Override
  public String toString() {
    return setting;
  }
}
