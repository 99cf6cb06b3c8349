package com.gopher.advise.text;

import java.util.regex.Pattern;

/**
 * A text of a repository, a log or a class file. Its writer must not move the cursor of a terminal,
 * fake a line of the answer or have an address published.
 */
public final class ForeignText {

  private static final int LONGEST = 300;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s/<>@\"'()\\[\\]=,;]+@[^\\s/<>@\"'()\\[\\],;]+");

  private ForeignText() {}

  /** One line without control and direction characters, and without e-mail addresses. */
  public static String harmless(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(each -> clean.appendCodePoint(isHarmful(each) ? '\uFFFD' : each));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      clean.append("...");
    }
    return ADDRESS.matcher(clean).replaceAll("(address)");
  }

  private static boolean isHarmful(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
