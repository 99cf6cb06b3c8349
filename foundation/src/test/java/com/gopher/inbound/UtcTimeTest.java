package com.gopher.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by hand is what the library would have read. */
class UtcTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T10:15:30Z",
        "2026-11-22T10:15:30.1Z",
        "2026-11-22T10:15:30.125Z",
        "2026-11-22T10:15:30.123456789Z",
        "2024-02-29T23:59:59.999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2016-12-31T23:59:60Z",
        "2026-11-22T24:00:00Z"
      })
  void isTheSameInstant(String text) {
    assertThat(UtcTime.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-22",
        "2026-11-22T10:15Z",
        "2026-11-22T10:15:30",
        "2026-11-22T10:15:30.Z",
        "2026-11-22T10:15:30.1234567890Z",
        "2026-11-22T10:15:30.12aZ",
        "2026-11-22T10:15:30,125Z",
        "2026-11-22T10:15:30+01:00",
        "2026-11-22t10:15:30Z",
        "2026-11-22 10:15:30Z",
        "2026-02-30T10:15:30Z",
        "2026-13-01T10:15:30Z",
        "2026-11-22T25:00:00Z",
        "2026-11-22T10:60:00Z",
        "2026-11-22T10:15:61Z",
        "+2026-11-22T10:15:30Z",
        "\u0662026-11-22T10:15:30Z"
      })
  void orItIsNone(String text) {
    assertThatThrownBy(() -> UtcTime.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
