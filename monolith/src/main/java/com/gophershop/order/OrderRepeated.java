package com.gophershop.order;

import java.time.Instant;
import org.springframework.modulith.events.Externalized;

/**
 * An open order is announced again, as it is: nobody knows whether the readers of what was
 * announced before have it.
 *
 * @param changedAt not after it got its present status, if that is known; otherwise now
 */
@Externalized
record OrderRepeated(Order order, Instant changedAt) {}
