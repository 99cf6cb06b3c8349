package com.gopher.ownership.locate;

import java.util.Arrays;

/** The lines of a text, found once, so that the line of a place costs the same in each text. */
public final class Lines {

  private final int[] starts;

  public Lines(String text) {
    int[] found = new int[4];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = at + 1;
    }
    starts = Arrays.copyOf(found, count);
  }

  /** The line, from 1, in which the character at this offset lies. */
  public int of(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The offset of a character by line and column, both from 1. */
  public int offset(int line, int column) {
    return starts[Math.min(line, starts.length) - 1] + column - 1;
  }
}
