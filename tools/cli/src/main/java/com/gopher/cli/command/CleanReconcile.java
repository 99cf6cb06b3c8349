package com.gopher.cli.command;

import com.gopher.launcher.process.RunningProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks when shop and tracker were last found to know the same of all orders. */
final class CleanReconcile {

  private final DataDirectoryOption dataDirectory;
  private final Management management;
  private final Clock clock;

  CleanReconcile(DataDirectoryOption dataDirectory, Management management, Clock clock) {
    this.dataDirectory = dataDirectory;
    this.management = management;
    this.clock = clock;
  }

  /** A sentence if that is longer ago than this; none otherwise. */
  List<String> missing(RunningProcess shop, Duration within) {
    String cleanAt =
        management
            .find(shop, "reconciliation")
            .map(latest -> latest.path("cleanAt").asString(""))
            .orElse("");
    if (cleanAt.isEmpty()) {
      return List.of(
          "Shop and tracker were never found to know the same of all orders; ./shop reconcile%s compares them."
              .formatted(dataDirectory.suffix()));
    }
    Duration age = Duration.between(Instant.parse(cleanAt), clock.instant());
    return age.compareTo(within) <= 0
        ? List.of()
        : List.of(
            "Shop and tracker were last found to know the same %s minutes ago; ./shop reconcile%s compares them."
                .formatted(age.toMinutes(), dataDirectory.suffix()));
  }
}
