package com.gophershop.order;

import com.gophershop.DeliveryMode;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says who decides about the parcels of orders placed from now on. Orders placed before keep their
 * decider, so a shop that has nobody to ask any more must not start while some are open.
 */
@Component
class DeciderOfNewOrders implements SmartInitializingSingleton {

  private final DeliveryMode mode;
  private final OrderBook book;

  DeciderOfNewOrders(@Value("${shop.delivery:in-process}") DeliveryMode mode, OrderBook book) {
    this.mode = mode;
    this.book = book;
  }

  Decider decider() {
    return mode == DeliveryMode.EXTRACTED ? Decider.TRACKER : Decider.SHOP;
  }

  /**
   * @throws OrdersElsewhereException if the tracker holds open orders and the shop is to do without
   */
  @Override
  public void afterSingletonsInstantiated() {
    if (mode == DeliveryMode.IN_PROCESS) {
      long open = book.countOpen(Decider.TRACKER);
      if (open > 0) {
        throw new OrdersElsewhereException(open);
      }
    }
  }
}
