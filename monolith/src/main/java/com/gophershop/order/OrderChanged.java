package com.gophershop.order;

import java.time.Instant;
import org.springframework.modulith.events.Externalized;

/**
 * What leaves the shop of every change of an order: the whole order as it is now.
 *
 * @param changedAt when it got its present status
 */
@Externalized
record OrderChanged(Order order, Instant changedAt) {}
