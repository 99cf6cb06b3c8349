package com.gotracker.shipping;

/**
 * An order as the shop announced it.
 *
 * @param decidedByTracker whether its parcel is this service's; set when the order is placed, and
 *     never changed
 * @param onTrial whether an order of the shop is to be run along
 */
public record AnnouncedOrder(boolean decidedByTracker, boolean onTrial, OrderUpdate update) {}
