package com.gopher.inbound;

import com.gopher.Api;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks fields of a contract one by one, and names the one that breaks it. A schema validator
 * would do the same at several times the cost; tests hold readers to their schemas instead.
 *
 * <p>Each method throws {@link UnreadableRecordException} if the field is missing or not what the
 * method's name says.
 */
@Api
public final class StrictFields {

  private static final long LARGEST_SEQUENCE = (1L << 53) - 1;
  private static final int UUID_LENGTH = 36;

  private StrictFields() {}

  public static <T> T present(String field, @Nullable T value) throws UnreadableRecordException {
    require(value != null, field, "is missing");
    return Objects.requireNonNull(value);
  }

  /** At least one, and small enough for readers whose numbers are doubles. */
  public static long sequence(String field, @Nullable Long number)
      throws UnreadableRecordException {
    long given = present(field, number);
    require(given >= 1 && given <= LARGEST_SEQUENCE, field, "is out of range");
    return given;
  }

  public static UUID uuid(String field, @Nullable String text) throws UnreadableRecordException {
    String given = present(field, text);
    try {
      require(given.length() == UUID_LENGTH, field, "is not a UUID");
      return UUID.fromString(given);
    } catch (IllegalArgumentException e) {
      throw broken(field, "is not a UUID");
    }
  }

  public static Instant time(String field, @Nullable String text) throws UnreadableRecordException {
    String given = present(field, text);
    try {
      return UtcTime.parse(given);
    } catch (DateTimeException e) {
      throw broken(field, "is not a time in UTC");
    }
  }

  /** The constant of this name. */
  public static <E extends Enum<E>> E constant(
      String field, @Nullable String text, Class<E> constants) throws UnreadableRecordException {
    String given = present(field, text);
    try {
      return Enum.valueOf(constants, given);
    } catch (IllegalArgumentException e) {
      throw broken(field, "is none of the contract's");
    }
  }

  /**
   * @param what the key has to be, such as {@code the id of the order}
   */
  public static void requireKey(byte @Nullable [] key, UUID id, String what)
      throws UnreadableRecordException {
    String text = key == null ? null : new String(key, StandardCharsets.UTF_8);
    if (text == null || !text.equalsIgnoreCase(id.toString())) {
      throw new UnreadableRecordException("The key is not %s.".formatted(what));
    }
  }

  /**
   * @param kept whether the field keeps to the contract
   * @param problem what is wrong otherwise, to be read behind the field's name
   */
  public static void require(boolean kept, String field, String problem)
      throws UnreadableRecordException {
    if (!kept) {
      throw broken(field, problem);
    }
  }

  private static UnreadableRecordException broken(String field, String problem) {
    return new UnreadableRecordException("The field '%s' %s.".formatted(field, problem));
  }
}
