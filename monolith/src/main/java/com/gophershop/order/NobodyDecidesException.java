package com.gophershop.order;

/** The shop cannot see the orders through that it has: the tracker decides about their parcels. */
class OrdersElsewhereException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OrdersElsewhereException(long open) {
    super(
        "The tracker still holds %d open %s, which a shop with shop.delivery=in-process would never see delivered."
            .formatted(open, open == 1 ? "order" : "orders"));
  }
}
