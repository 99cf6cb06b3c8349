package com.gotracker.messaging;

import com.gopher.inbound.UnreadableRecordException;
import com.gotracker.shipping.OrderStatus;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads records of {@code shop.orders}, and refuses what breaks the contract. It checks the fields
 * it has no use for too: who breaks the contract should hear of it from the first reader, not from
 * the one who needs the field. A schema validator would do the same at several times the cost; the
 * tests hold this class to the schema instead.
 */
@Component
class OrderReader {

  private static final long LARGEST_SEQUENCE = (1L << 53) - 1;
  private static final int UUID_LENGTH = 36;
  private static final Pattern AMOUNT = Pattern.compile("[0-9]+\\.[0-9]{2}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Map<String, OrderStatus> STATUSES =
      Arrays.stream(OrderStatus.values())
          .collect(Collectors.toUnmodifiableMap(OrderStatus::name, Function.identity()));

  private final ObjectReader json =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build()
          .readerFor(OrderPayload.class);

  /**
   * @throws UnreadableRecordException if the record breaks the contract
   */
  OrderState read(byte @Nullable [] key, byte @Nullable [] value) throws UnreadableRecordException {
    OrderPayload order = parse(value);
    UUID id = uuid("id", order.id());
    long sequence = atLeastOne("sequence", order.sequence());
    boolean decidedByTracker = decidedByTracker(present("decider", order.decider()));
    OrderStatus status = status(present("status", order.status()));
    uuid("customerId", order.customerId());
    requireLines(order);
    requireMoney("total", order.total());
    time("placedAt", order.placedAt());
    Instant changedAt = time("changedAt", order.changedAt());
    requireKey(id, key);
    return new OrderState(id, sequence, decidedByTracker, status, changedAt);
  }

  private OrderPayload parse(byte @Nullable [] value) throws UnreadableRecordException {
    if (value == null) {
      throw new UnreadableRecordException("The record has no value.");
    }
    try {
      OrderPayload order = json.readValue(value);
      if (order == null) {
        throw new UnreadableRecordException("The value is not a JSON object.");
      }
      return order;
    } catch (DatabindException e) {
      throw new UnreadableRecordException(
          e.getPath().isEmpty()
              ? "The value is not a JSON object of the expected shape."
              : "The field '%s' has the wrong type or is out of range.".formatted(path(e)));
    } catch (StreamReadException e) {
      throw new UnreadableRecordException(
          "The value is not valid JSON (line %d, column %d)."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (JacksonException e) {
      throw new UnreadableRecordException("The value is not valid JSON.");
    }
  }

  private static String path(DatabindException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static void requireKey(UUID id, byte @Nullable [] key) throws UnreadableRecordException {
    String text = key == null ? null : new String(key, StandardCharsets.UTF_8);
    if (text == null || !text.equalsIgnoreCase(id.toString())) {
      throw new UnreadableRecordException("The key is not the id of the order.");
    }
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

  private static boolean decidedByTracker(String decider) throws UnreadableRecordException {
    require(
        decider.equals("tracker") || decider.equals("shop"),
        "decider",
        "is neither shop nor tracker");
    return decider.equals("tracker");
  }

  private static OrderStatus status(String text) throws UnreadableRecordException {
    OrderStatus status = STATUSES.get(text);
    if (status == null) {
      throw broken("status", "is none of the contract's");
    }
    return status;
  }

  private static long atLeastOne(String field, @Nullable Long number)
      throws UnreadableRecordException {
    long given = present(field, number);
    require(given >= 1 && given <= LARGEST_SEQUENCE, field, "is out of range");
    return given;
  }

  private static UUID uuid(String field, @Nullable String text) throws UnreadableRecordException {
    String given = present(field, text);
    try {
      require(given.length() == UUID_LENGTH, field, "is not a UUID");
      return UUID.fromString(given);
    } catch (IllegalArgumentException e) {
      throw broken(field, "is not a UUID");
    }
  }

  private static Instant time(String field, @Nullable String text)
      throws UnreadableRecordException {
    String given = present(field, text);
    try {
      return UtcTime.parse(given);
    } catch (DateTimeException e) {
      throw broken(field, "is not a time in UTC");
    }
  }

  private static <T> T present(String field, @Nullable T value) throws UnreadableRecordException {
    require(value != null, field, "is missing");
    return Objects.requireNonNull(value);
  }

  private static void require(boolean kept, String field, String problem)
      throws UnreadableRecordException {
    if (!kept) {
      throw broken(field, problem);
    }
  }

  private static UnreadableRecordException broken(String field, String problem) {
    return new UnreadableRecordException("The field '%s' %s.".formatted(field, problem));
  }
}
