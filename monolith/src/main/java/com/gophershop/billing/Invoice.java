package com.gophershop.billing;

import com.gophershop.Money;
import com.gophershop.customer.Address;
import com.gophershop.order.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs and who pays, with name and address as they were when it was written.
 *
 * @param creditNote null unless the order was cancelled
 */
record Invoice(
    UUID id,
    OrderId orderId,
    Recipient customer,
    Money total,
    Instant issuedAt,
    @Nullable CreditNote creditNote) {

  record Recipient(String name, Address address) {}

  record CreditNote(UUID id, Instant at) {}
}
