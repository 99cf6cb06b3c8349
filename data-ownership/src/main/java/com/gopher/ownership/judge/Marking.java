package com.gopher.ownership.judge;

import com.gopher.ownership.sql.TableUse;

/** Shows a name in its text, with no more of the text than a reader needs. */
final class Marking {

  private static final int AROUND = 120;

  private Marking() {}

  static String of(String text, TableUse use) {
    int start = Math.min(use.start(), text.length());
    int end = Math.min(use.end(), text.length());
    String before = text.substring(Math.max(0, start - AROUND), start);
    String after = text.substring(end, Math.min(text.length(), end + AROUND));
    return (start > AROUND ? "..." : "")
        + before
        + ">>"
        + text.substring(start, end)
        + "<<"
        + after
        + (text.length() > end + AROUND ? "..." : "");
  }
}
