package com.gophershop.customer;

import java.util.regex.Pattern;

/**
 * Text of which something can be seen. Unicode has many blanks beside the space, and characters
 * that are letters by their class and yet leave nothing on a label.
 */
final class VisibleText {

  private static final Pattern VISIBLE =
      Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115f\\u1160\\u2800\\u3164\\uffa0]]");

  private VisibleText() {}

  static boolean isIn(String text) {
    return VISIBLE.matcher(text).find();
  }
}
