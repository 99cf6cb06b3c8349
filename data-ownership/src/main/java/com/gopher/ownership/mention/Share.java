package com.gopher.ownership.mention;

import java.util.List;

/**
 * The part of a text that one place is responsible for: what it supplied, or all that no other
 * place did.
 *
 * @param within whether the spans are this place's, or those of the others
 */
public record Share(List<Span> spans, boolean within) {

  /** The whole text. */
  public static final Share ALL = new Share(List.of(), false);

  /**
   * A stretch of a text.
   *
   * @param start offset of its first character
   * @param end offset after its last
   * @param unknown whether nobody knows what stands there: then a name that goes beyond it also
   *     belongs to the place that has the rest
   */
  public record Span(int start, int end, boolean unknown) {

    boolean takes(int from, int to) {
      return unknown ? start <= from && to <= end : start < to && from < end;
    }
  }

  public static Share of(List<Span> spans) {
    return new Share(List.copyOf(spans), true);
  }

  public static Share allBut(List<Span> spans) {
    return new Share(List.copyOf(spans), false);
  }

  /** Whether a name that stands there, even in part, belongs to this share. */
  public boolean has(int start, int end) {
    return spans.stream().anyMatch(span -> span.takes(start, end)) == within;
  }
}
