package com.gopher.ownership.report;

import java.util.ArrayList;
import java.util.List;

/** Names in lines that fit a screen, and no more lines than a reader looks at. */
final class Wrapped {

  private static final int WIDTH = 110;
  private static final int MOST_LINES = 12;

  private Wrapped() {}

  static List<String> lines(List<String> names) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int left = names.size();
    for (String name : names) {
      if (line.length() > 0 && line.length() + name.length() > WIDTH) {
        lines.add(line.append(',').toString());
        line = new StringBuilder();
      }
      if (lines.size() == MOST_LINES - 1) {
        lines.add("  and " + left + " more");
        return lines;
      }
      line.append(line.length() == 0 ? "  " : ", ").append(name);
      left--;
    }
    lines.add(line.toString());
    return lines;
  }
}
