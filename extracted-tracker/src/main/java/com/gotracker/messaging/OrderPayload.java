package com.gotracker.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payload of {@code shop.orders} as {@code order-v1.schema.json} describes it, before it is
 * known whether it keeps to that: anything may be missing.
 */
record OrderPayload(
    @Nullable String id,
    @Nullable Long sequence,
    @Nullable String decider,
    @Nullable String status,
    @Nullable String customerId,
    @Nullable List<@Nullable Line> lines,
    @Nullable Money total,
    @Nullable String placedAt,
    @Nullable String changedAt) {

  record Line(
      @Nullable String sku,
      @Nullable String title,
      @Nullable Integer quantity,
      @Nullable Money unitPrice) {}

  record Money(@Nullable String amount, @Nullable String currency) {}
}
