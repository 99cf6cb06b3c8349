package com.gopher.ownership.mention;

import com.gopher.ownership.finding.Rule;

/**
 * What is known about a text from where it stands.
 *
 * @param language in which language it is written
 * @param nearDatabase whether it is certain that the text goes to a database
 */
public record Context(Rule rule, Language language, boolean nearDatabase) {

  /** The language of a text, as far as its place tells. */
  public enum Language {
    SQL,
    JPQL,
    EITHER
  }

  public static Context sql() {
    return new Context(Rule.SQL, Language.SQL, true);
  }

  public static Context jpql() {
    return new Context(Rule.SQL, Language.JPQL, true);
  }

  public static Context anyText() {
    return new Context(Rule.SQL, Language.EITHER, false);
  }

  public static Context migration() {
    return new Context(Rule.MIGRATION, Language.SQL, true);
  }

  public static Context mapping() {
    return new Context(Rule.MAPPING, Language.SQL, true);
  }
}
