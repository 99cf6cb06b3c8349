package com.gopher.ownership.unseen;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.report.Report;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * One application of the unseen set.
 *
 * @param kind the letter and number of what it is about
 * @param attack whether a module of it reaches for another's data
 * @param guilty the module that does; empty for an innocent
 * @param files what it consists of, by their paths
 */
record UnseenCase(
    String name,
    String kind,
    boolean attack,
    String guilty,
    String owner,
    String table,
    Map<String, String> files) {

  /** What the rules say of it. */
  enum Outcome {
    FOUND,
    POSSIBLE,
    MISSED,
    SILENT,
    FALSE,
    FALSE_POSSIBLE;

    String shown() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  Report inspect(Path built) {
    return DataOwnership.of(built).inspect();
  }

  /** An attack is found if a certain finding names the module, the owner and the table. */
  Outcome outcome(Report report) {
    if (attack) {
      return report.certain().stream().anyMatch(this::isThis)
          ? Outcome.FOUND
          : report.findings().stream().anyMatch(this::isThis) ? Outcome.POSSIBLE : Outcome.MISSED;
    }
    return !report.certain().isEmpty()
        ? Outcome.FALSE
        : report.findings().isEmpty() ? Outcome.SILENT : Outcome.FALSE_POSSIBLE;
  }

  /** A table is named with its schema or without; of a prefix, one of its properties is. */
  private boolean isThis(Finding finding) {
    String named = finding.table().toLowerCase(Locale.ROOT);
    String expected = table.toLowerCase(Locale.ROOT);
    return finding.module().equals(guilty)
        && finding.owner().equals(owner)
        && (named.equals(expected)
            || named.endsWith("." + expected)
            || named.startsWith(expected + "."));
  }
}
