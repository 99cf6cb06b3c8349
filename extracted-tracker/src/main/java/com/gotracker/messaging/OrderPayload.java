package com.gotracker.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The payload of {@code shop.orders} as {@code order-v2.schema.json} describes it, before it is
 * known whether it keeps to that: anything may be missing.
 *
 * @param trial a node, because a null that is there breaks the contract, and a field that is not
 *     does not
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
    @Nullable String changedAt,
    @Nullable JsonNode trial) {

  record Line(
      @Nullable String sku,
      @Nullable String title,
      @Nullable Integer quantity,
      @Nullable Money unitPrice) {}

  record Money(@Nullable String amount, @Nullable String currency) {}
}
