package com.gopher.architecture.samples.locale;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Calendar;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** Each method asks the machine for its locale, in one of the ways that Java offers. */
public class SpeaksTheMachinesLanguage {

  String lower(String name) {
    return name.toLowerCase();
  }

  String upper(String name) {
    return name.toUpperCase();
  }

  List<String> lowerByReference(List<String> names) {
    return names.stream().map(String::toLowerCase).toList();
  }

  String number(int count) {
    return "%d rows".formatted(count);
  }

  String paddedNumber(int count) {
    return String.format("%s: %03d", "rows", count);
  }

  String oneOfTwo(boolean both, double value) {
    return (both ? "%s" : "%.1f").formatted(value);
  }

  String textFromElsewhere(String template) {
    return template.formatted("outbox");
  }

  String upperByFormat(String name) {
    return "%S".formatted(name);
  }

  void printed() {
    System.out.printf("%d rows%n", 1);
  }

  Formatter formatter() {
    return new Formatter();
  }

  DateTimeFormatter pattern() {
    return DateTimeFormatter.ofPattern("d MMMM");
  }

  DateTimeFormatter built() {
    return new DateTimeFormatterBuilder().appendPattern("d MMMM").toFormatter();
  }

  String grouped() {
    return NumberFormat.getIntegerInstance().format(1_000);
  }

  String decimal() {
    return new DecimalFormat("0.0").format(0.5);
  }

  Calendar calendar() {
    return Calendar.getInstance();
  }

  String lowerInSql() {
    return "SELECT 1 FROM information_schema.tables WHERE LOWER(table_schema) = ?";
  }

  String lowerInSqlPutTogether(String table) {
    return "SELECT lower(name) FROM " + table;
  }

  Locale asked() {
    return Locale.getDefault();
  }
}
