package com.gophershop.tracking;

import com.gopher.inbound.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
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
 * Reads records of {@code tracker.shipments}, and refuses what breaks the contract. The tests hold
 * it to the schema in {@code docs/contract}.
 */
@Component
class ShipmentReader {

  private static final long LARGEST_SEQUENCE = (1L << 53) - 1;
  private static final int UUID_LENGTH = 36;
  private static final int LONGEST_TRACKING_NUMBER = 32;
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

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
          .readerFor(ShipmentPayload.class);

  /**
   * @throws UnreadableRecordException if the record breaks the contract
   */
  ShipmentState read(byte @Nullable [] key, byte @Nullable [] value)
      throws UnreadableRecordException {
    ShipmentPayload shipment = parse(value);
    UUID orderId = uuid("orderId", shipment.orderId());
    long sequence = atLeastOne("sequence", shipment.sequence());
    boolean decidedByTracker = decidedByTracker(present("decider", shipment.decider()));
    String number = present("trackingNumber", shipment.trackingNumber());
    require(
        !number.isEmpty() && number.length() <= LONGEST_TRACKING_NUMBER,
        "trackingNumber",
        "is empty or too long");
    status("status", shipment.status());
    List<ShipmentState.Step> history = history(shipment);
    requireKey(orderId, key);
    return new ShipmentState(orderId, sequence, decidedByTracker, number, history);
  }

  private static List<ShipmentState.Step> history(ShipmentPayload shipment)
      throws UnreadableRecordException {
    var steps = present("history", shipment.history());
    require(!steps.isEmpty(), "history", "is empty");
    List<ShipmentState.Step> history = new ArrayList<>();
    for (ShipmentPayload.Step step : steps) {
      ShipmentPayload.Step given = present("history[]", step);
      history.add(
          new ShipmentState.Step(
              status("history[].status", given.status()),
              atLeastOne("history[].sequence", given.sequence()),
              time("history[].at", given.at())));
    }
    return history;
  }

  private ShipmentPayload parse(byte @Nullable [] value) throws UnreadableRecordException {
    if (value == null) {
      throw new UnreadableRecordException("The record has no value.");
    }
    try {
      ShipmentPayload shipment = json.readValue(value);
      if (shipment == null) {
        throw new UnreadableRecordException("The value is not a JSON object.");
      }
      return shipment;
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

  private static boolean decidedByTracker(String decider) throws UnreadableRecordException {
    require(
        decider.equals("tracker") || decider.equals("shop"),
        "decider",
        "is neither shop nor tracker");
    return decider.equals("tracker");
  }

  private static ParcelStatus status(String field, @Nullable String text)
      throws UnreadableRecordException {
    String given = present(field, text);
    return Arrays.stream(ParcelStatus.values())
        .filter(status -> status.name().equals(given))
        .findFirst()
        .orElseThrow(() -> broken(field, "is none of the contract's"));
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
      require(TIME.matcher(given).matches(), field, "is not a time in UTC");
      return Instant.parse(given);
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
