package com.gopher.architecture.samples.locale;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The same on every machine. */
public class SpeaksOneLanguage {

  String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  String number(int count) {
    return String.format(Locale.ROOT, "%03d", count);
  }

  String textOnly(int count) {
    return "%s rows, %-5s or 0x%x%n".formatted(count, count, count);
  }

  DateTimeFormatter pattern() {
    return DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  }

  DateTimeFormatter built() {
    return new DateTimeFormatterBuilder().appendPattern("d MMMM").toFormatter(Locale.ENGLISH);
  }

  String decimal() {
    return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(0.5);
  }

  boolean compared(String name) {
    return name.equalsIgnoreCase("billing");
  }
}
