package com.gopher.lab.faults;

import java.time.Duration;
import java.time.Instant;

/** The database of the trackers is killed, and started again some seconds later. */
record DatabaseAway() implements Fault {

  @Override
  public String name() {
    return "tracker-database-away";
  }

  @Override
  public String how() {
    return "The database server of two trackers is killed with SIGKILL and started again 4 to 8"
        + " seconds later, on the same file.";
  }

  @Override
  public String proof() {
    return "The trackers have counted batches that they could not store and asked for again.";
  }

  @Override
  public Stage stage() {
    return Stage.plain().trackers(2);
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    double before = scene.trackersMetric("inbound.batches.redelivered");
    Duration away = scene.between(4_000, 8_000);
    scene.kill(Scene.DATABASE);
    scene.pause(away);
    Instant relieved = Instant.now();
    scene.bringUp();
    return new Blow(
        relieved,
        seen -> {
          double redelivered = scene.trackersMetric("inbound.batches.redelivered") - before;
          return redelivered <= 0
              ? null
              : "away for %.1f s, %.0f batches asked for again"
                  .formatted(away.toMillis() / 1e3, redelivered);
        });
  }
}
