package com.gopher.advise.text;

import com.gopher.launcher.console.ForeignText;
import java.util.regex.Pattern;

/**
 * A text of a repository, a log or a class file, as it may stand in an answer that is passed on:
 * its writer must not fake a line of the answer or have an address published.
 */
public final class Shareable {

  private static final int LONGEST = 300;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s/<>@\"'()\\[\\]=,;]+@[^\\s/<>@\"'()\\[\\],;]+");

  private Shareable() {}

  /** One line in which all can be seen, and no e-mail address. */
  public static String line(String text) {
    return ADDRESS.matcher(ForeignText.line(text, LONGEST)).replaceAll("(address)");
  }
}
