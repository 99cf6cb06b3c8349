package com.gopher.inbound;

import com.gopher.Api;
import org.jspecify.annotations.Nullable;
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
 * Reads the JSON of a record without guessing: no number from a text, no whole number from a
 * fraction, no key twice. Fields it does not know are ignored: a later version may have more.
 *
 * @param <T> a record class of which everything may be null; {@link StrictFields} checks the rest
 */
@Api
public final class StrictPayload<T> {

  private final ObjectReader json;

  public StrictPayload(Class<T> type) {
    this.json =
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
            .readerFor(type);
  }

  /**
   * @throws UnreadableRecordException if the value is no JSON object of this shape
   */
  public T read(byte @Nullable [] value) throws UnreadableRecordException {
    if (value == null) {
      throw new UnreadableRecordException("The record has no value.");
    }
    try {
      T payload = json.readValue(value);
      if (payload == null) {
        throw new UnreadableRecordException("The value is not a JSON object.");
      }
      return payload;
    } catch (DatabindException e) {
      throw new UnreadableRecordException(
          e.getPath().isEmpty()
              ? "The value is not a JSON object of the expected shape."
              : "The field '%s' has the wrong type or is out of range.".formatted(path(e)));
    } catch (StreamReadException e) {
      throw new UnreadableRecordException(
          "The value is not valid JSON (line %s, column %s)."
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
}
