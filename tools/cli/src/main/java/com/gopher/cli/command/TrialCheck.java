package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import java.util.ArrayList;
import java.util.List;

/** Looks whether enough orders were tried, and whether the tracker decided as the shop did. */
record TrialCheck(DataDirectoryOption dataDirectory, Management management, int wanted) {

  /** One sentence for each thing that is missing. */
  List<String> missing() {
    try {
      TrialReport report = TrialReport.of(new TrialReader(dataDirectory, management).read());
      return missing(report, wanted, dataDirectory.suffix());
    } catch (CouldNotRun e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  static List<String> missing(TrialReport report, int wanted, String suffix) {
    var missing = new ArrayList<String>();
    if (report.ended() < wanted) {
      missing.add(
          "Tried orders that have ended: %s of the %s that --tried asks for; ./shop shadow%s shows them."
              .formatted(report.ended(), wanted, suffix));
    }
    if (report.other() > 0) {
      missing.add(
          "Tried orders that ended differently at shop and tracker: %s; ./shop shadow%s shows some."
              .formatted(report.other(), suffix));
    }
    return missing;
  }
}
