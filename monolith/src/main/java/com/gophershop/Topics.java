package com.gophershop;

/** The topics of the contract, see {@code docs/contract/asyncapi.yaml}. */
public final class Topics {

  public static final String ORDERS = "shop.orders";
  public static final String SHIPMENTS = "tracker.shipments";

  private Topics() {}
}
