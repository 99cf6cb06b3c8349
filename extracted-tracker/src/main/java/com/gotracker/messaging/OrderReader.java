package com.gotracker.messaging;

import static com.gopher.inbound.StrictFields.constant;
import static com.gopher.inbound.StrictFields.present;
import static com.gopher.inbound.StrictFields.require;
import static com.gopher.inbound.StrictFields.requireKey;
import static com.gopher.inbound.StrictFields.sequence;
import static com.gopher.inbound.StrictFields.time;
import static com.gopher.inbound.StrictFields.uuid;

import com.gopher.inbound.StrictPayload;
import com.gopher.inbound.UnreadableRecordException;
import com.gotracker.shipping.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads records of {@code shop.orders}, and refuses what breaks the contract. It checks the fields
 * it has no use for too: a break of the contract should be noticed by the first reader, not by the
 * one that needs the field.
 */
@Component
class OrderReader {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]+\\.[0-9]{2}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final StrictPayload<OrderPayload> json = new StrictPayload<>(OrderPayload.class);

  /**
   * @throws UnreadableRecordException if the record breaks the contract
   */
  OrderState read(byte @Nullable [] key, byte @Nullable [] value) throws UnreadableRecordException {
    OrderPayload order = json.read(value);
    UUID id = uuid("id", order.id());
    long sequence = sequence("sequence", order.sequence());
    boolean decidedByTracker = decidedByTracker(present("decider", order.decider()));
    OrderStatus status = constant("status", order.status(), OrderStatus.class);
    uuid("customerId", order.customerId());
    requireLines(order);
    requireMoney("total", order.total());
    time("placedAt", order.placedAt());
    Instant changedAt = time("changedAt", order.changedAt());
    boolean onTrial = onTrial(order.trial());
    requireKey(key, id, "the id of the order");
    return new OrderState(id, sequence, decidedByTracker, onTrial, status, changedAt);
  }

  private static void requireLines(OrderPayload order) throws UnreadableRecordException {
    var lines = present("lines", order.lines());
    require(!lines.isEmpty(), "lines", "is empty");
    for (OrderPayload.Line line : lines) {
      OrderPayload.Line given = present("lines[]", line);
      require(!present("lines[].sku", given.sku()).isEmpty(), "lines[].sku", "is empty");
      present("lines[].title", given.title());
      require(present("lines[].quantity", given.quantity()) >= 1, "lines[].quantity", "is below 1");
      requireMoney("lines[].unitPrice", given.unitPrice());
    }
  }

  private static void requireMoney(String field, OrderPayload.@Nullable Money money)
      throws UnreadableRecordException {
    OrderPayload.Money given = present(field, money);
    require(
        AMOUNT.matcher(present(field + ".amount", given.amount())).matches(),
        field + ".amount",
        "is not a decimal with two places");
    require(
        CURRENCY.matcher(present(field + ".currency", given.currency())).matches(),
        field + ".currency",
        "is not a currency code");
  }

  private static boolean onTrial(@Nullable JsonNode trial) throws UnreadableRecordException {
    require(trial == null || trial.isBoolean(), "trial", "is neither true nor false");
    return trial != null && trial.booleanValue();
  }

  private static boolean decidedByTracker(String decider) throws UnreadableRecordException {
    require(
        decider.equals("tracker") || decider.equals("shop"),
        "decider",
        "is neither shop nor tracker");
    return decider.equals("tracker");
  }
}
