package com.gopher.ownership.print;

import java.util.Locale;

/**
 * Names and texts of an application that somebody else wrote, as they may be printed: what gives a
 * terminal orders, turns a text around or fakes a line of the report is written out as in JSON.
 */
public final class Visible {

  private Visible() {}

  /** One line in which all characters can be seen. */
  public static String line(String text) {
    if (text.codePoints().allMatch(Visible::isVisible)) {
      return text;
    }
    var line = new StringBuilder();
    text.codePoints().forEach(it -> append(line, it));
    return line.toString();
  }

  private static void append(StringBuilder line, int character) {
    if (isVisible(character)) {
      line.appendCodePoint(character);
      return;
    }
    for (char unit : Character.toChars(character)) {
      line.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
    }
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
