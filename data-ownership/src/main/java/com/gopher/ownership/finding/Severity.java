package com.gopher.ownership.finding;

import com.gopher.ownership.api.PublicApi;
import java.util.Locale;

/** How sure a finding is. */
@PublicApi
public enum Severity {
  /**
   * A statement that parses, or an annotation or type whose meaning is plain, against an owner that
   * is known.
   */
  CERTAIN,
  /**
   * Something that a person has to look at: a fuzzy text, or a table that nobody is known to own.
   */
  POSSIBLE;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
