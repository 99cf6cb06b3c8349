package com.gopher.ownership.report;

import com.gopher.ownership.api.PublicApi;

/**
 * What a run has seen.
 *
 * @param sqlTexts distinct texts that were read as SQL, JPQL or HQL
 * @param notUnderstood texts near a database API of which nothing certain could be said
 */
@PublicApi
public record Summary(int modules, int tables, int classes, int sqlTexts, int notUnderstood) {

  /** The one line that every run prints. */
  public String line() {
    return "data ownership: %s modules, %s tables, %s classes, %s SQL texts, %s not understood"
        .formatted(modules, tables, classes, sqlTexts, notUnderstood);
  }
}
