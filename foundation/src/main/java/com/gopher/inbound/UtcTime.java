package com.gopher.inbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads times in UTC, {@code 2026-11-22T10:15:30.125Z} with up to nine digits behind the point. By
 * hand, because two times a record through the library's formatter and a pattern before it cost a
 * reader that catches up more than its database did.
 */
final class UtcTime {

  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final int SECONDS_END = SHAPE.length();
  private static final int LONGEST_FRACTION = 9;
  private static final int LEAP_SECOND = 60;
  private static final int MIDNIGHT = 24;

  private UtcTime() {}

  /**
   * @throws DateTimeException if the text has another shape, or there is no such time
   */
  static Instant parse(String text) {
    int fraction = text.length() - SECONDS_END - 2;
    if (fraction != -1 && (fraction < 1 || fraction > LONGEST_FRACTION)) {
      throw new DateTimeException("too short or too long");
    }
    for (int at = 0; at < SECONDS_END; at++) {
      char expected = SHAPE.charAt(at);
      require(expected == '0' ? isDigit(text.charAt(at)) : text.charAt(at) == expected);
    }
    require(text.charAt(text.length() - 1) == 'Z');
    int nanos = 0;
    if (fraction > 0) {
      require(text.charAt(SECONDS_END) == '.');
      nanos = number(text, SECONDS_END + 1, SECONDS_END + 1 + fraction);
      for (int digits = fraction; digits < LONGEST_FRACTION; digits++) {
        nanos *= 10;
      }
    }
    int hour = number(text, 11, 13);
    int second = number(text, 17, 19);
    if (hour == MIDNIGHT || second == LEAP_SECOND) {
      return Instant.parse(text);
    }
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            hour,
            number(text, 14, 16),
            second,
            nanos)
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      require(isDigit(text.charAt(at)));
      number = number * 10 + (text.charAt(at) - '0');
    }
    return number;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static void require(boolean kept) {
    if (!kept) {
      throw new DateTimeException("another shape");
    }
  }
}
