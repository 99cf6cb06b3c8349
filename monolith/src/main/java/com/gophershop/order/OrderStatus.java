package com.gophershop.order;

/** How far an order is. It only moves forward; a step may be skipped. */
enum OrderStatus {
  PLACED,
  CANCELLING,
  CANCELLED,
  SHIPPED,
  DELIVERED;

  /** Whether nothing can follow. */
  boolean isLast() {
    return this == CANCELLED || this == DELIVERED;
  }

  boolean mayBecome(OrderStatus next) {
    return switch (this) {
      case PLACED -> next != PLACED;
      case CANCELLING -> next == CANCELLED || next == SHIPPED || next == DELIVERED;
      case SHIPPED -> next == DELIVERED;
      case CANCELLED, DELIVERED -> false;
    };
  }
}
