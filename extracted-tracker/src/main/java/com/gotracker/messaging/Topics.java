package com.gotracker.messaging;

/** The topics of the contract, see {@code docs/contract/asyncapi.yaml}. */
final class Topics {

  static final String ORDERS = "shop.orders";
  static final String SHIPMENTS = "tracker.shipments";

  private Topics() {}
}
