package com.gopher.course.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number as somebody has typed it.
 *
 * @param text for messages
 * @param decimals to which it is rounded
 */
record TypedFigure(String text, double value, int decimals) {

  /** Not the 50 of p50, which is a name. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}._])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?");

  static List<TypedFigure> in(String text) {
    return NUMBER.matcher(text).results().map(TypedFigure::of).toList();
  }

  private static TypedFigure of(MatchResult number) {
    String fraction = number.group(2) == null ? "" : number.group(2);
    return new TypedFigure(
        number.group(),
        Double.parseDouble(number.group(1).replace(",", "") + fraction),
        Math.max(0, fraction.length() - 1));
  }

  /** True if the number, rounded as this one is, is this one. */
  boolean means(double number) {
    return Math.abs(number - value) <= 0.5000001 * Math.pow(10, -decimals);
  }
}
