package com.gophershop.order;

/**
 * The outcome of a request for an order.
 *
 * @param isNew false if the order had been placed before under the same key
 */
record Placement(Order order, boolean isNew) {}
