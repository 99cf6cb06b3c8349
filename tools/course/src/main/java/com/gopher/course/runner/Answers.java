package com.gopher.course.runner;

import java.io.PrintStream;

/** Lines to the tool, apart from whatever the learner's code prints. */
public final class Answers {

  /** What each answer begins with. */
  public static final String MARK = "@@course ";

  private final PrintStream out = System.out;

  /** The text on one line; line breaks inside it come back by {@link #unfold}. */
  void say(String text) {
    out.println(MARK + text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n"));
    out.flush();
  }

  public static String unfold(String line) {
    var text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (character == '\\' && i + 1 < line.length()) {
        i++;
        text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
      } else {
        text.append(character);
      }
    }
    return text.toString();
  }
}
