package com.gophershop.order;

import com.gophershop.Money;
import com.gophershop.customer.CustomerId;
import java.time.Instant;
import java.util.List;

/**
 * An order was accepted.
 *
 * @param sequence rises with every change of the order
 * @param decider who is to decide about its parcel
 */
public record OrderPlaced(
    OrderId orderId,
    long sequence,
    Decider decider,
    CustomerId customerId,
    List<OrderLine> lines,
    Money total,
    Instant placedAt) {}
