package com.gotracker.shipping;

/** How far an order is, as the shop announces it. It only moves forward; a step may be skipped. */
public enum OrderStatus {
  PLACED,
  CANCELLING,
  CANCELLED,
  SHIPPED,
  DELIVERED
}
