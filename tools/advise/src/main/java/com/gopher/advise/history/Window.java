package com.gopher.advise.history;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** The part of the history that is looked at: what was changed long ago says little about today. */
public record Window(Instant from, Instant until) {

  /** Reads {@code 90d}, {@code 8w}, {@code 12m}, {@code 2y} or a day such as 2026-01-31. */
  public static Optional<Window> parse(String text, Clock clock) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try {
      LocalDate from =
          text.matches("\\d{1,4}[dwmy]")
              ? today.minus(Period.parse("P" + text.toUpperCase(Locale.ROOT)))
              : LocalDate.parse(text);
      return from.isAfter(today)
          ? Optional.empty()
          : Optional.of(new Window(from.atStartOfDay(ZoneOffset.UTC).toInstant(), now));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  LocalDate firstDay() {
    return LocalDate.ofInstant(from, ZoneOffset.UTC);
  }

  LocalDate lastDay() {
    return LocalDate.ofInstant(until, ZoneOffset.UTC);
  }
}
