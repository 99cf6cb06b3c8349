package com.gopher.launcher.console;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text that others wrote: names of files, records, logs, reports, answers. Shown on a terminal it
 * must not be able to give it orders, to turn what stands beside it around, or to look like a line
 * of ours.
 *
 * <p>What cannot be seen is written out as <code>\</code><code>uXXXX</code>, in UTF-16 as in JSON:
 * a JSON document that went through here still says the same.
 */
public final class ForeignText {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private ForeignText() {}

  /** One line of it: a line feed is written out too. */
  public static String line(String text) {
    return line(text, NO_LIMIT);
  }

  /** One line of at most {@code longest} characters; what is longer ends in three dots. */
  public static String line(String text, int longest) {
    return written(text, longest, ForeignText::isVisible);
  }

  /** Its lines as they are; all else that cannot be seen is written out, tabs excepted. */
  public static String lines(String text) {
    // A carriage return that ends a line moves nothing.
    return written(
        text.replace("\r\n", "\n"), NO_LIMIT, it -> it == '\n' || it == '\t' || isVisible(it));
  }

  /** False for control and direction characters, and for all that has no agreed look. */
  public static boolean isVisible(int character) {
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

  private static String written(String text, int longest, IntPredicate stays) {
    if (text.length() <= longest && text.codePoints().allMatch(stays)) {
      return text;
    }
    var written = new StringBuilder();
    var characters = text.codePoints().iterator();
    while (characters.hasNext()) {
      int next = characters.nextInt();
      String shown = stays.test(next) ? Character.toString(next) : writtenOut(next);
      if (written.length() + shown.length() > longest) {
        return written.append("...").toString();
      }
      written.append(shown);
    }
    return written.toString();
  }

  private static String writtenOut(int character) {
    var units = new StringBuilder();
    for (char unit : Character.toChars(character)) {
      units.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
    }
    return units.toString();
  }
}
