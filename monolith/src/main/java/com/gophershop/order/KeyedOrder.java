package com.gophershop.order;

/** The order an idempotency key was used for, and what was asked for then. */
record KeyedOrder(OrderId id, String digest) {}
