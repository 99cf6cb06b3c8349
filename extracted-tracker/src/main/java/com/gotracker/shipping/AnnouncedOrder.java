package com.gotracker.shipping;

/**
 * An order as the shop announced it.
 *
 * @param decidedByTracker whether its parcel is this service's; set when the order is placed, and
 *     never changed
 */
public record AnnouncedOrder(boolean decidedByTracker, OrderUpdate update) {}
