package com.gophershop.order;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far an order is, as a stream of events shows it.
 *
 * @param version rises with each change of the order
 */
record OrderProgress(OrderId id, OrderStatus status, @JsonIgnore long version) {}
