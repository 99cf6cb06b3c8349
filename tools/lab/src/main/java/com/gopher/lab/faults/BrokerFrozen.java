package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;

/** The broker stands still: its connections are open, and nobody answers. */
record BrokerFrozen() implements Fault {

  @Override
  public String name() {
    return "broker-frozen";
  }

  @Override
  public String how() {
    return "The broker gets SIGSTOP and, 8 to 14 seconds later, SIGCONT: half-open connections.";
  }

  @Override
  public String proof() {
    return "Just before the thaw, the shop's outbox holds records that nobody acknowledged.";
  }

  @Override
  public Stage stage() {
    return Stage.plain();
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    Duration frozen = scene.between(8_000, 14_000);
    scene.freeze(City.KAFKA);
    scene.pause(frozen);
    double waiting = scene.metric(scene.process(Scene.SHOP), "outbox.backlog");
    scene.thaw(City.KAFKA);
    return new Blow(
        Instant.now(),
        seen ->
            waiting == 0
                ? null
                : "frozen for %.1f s, %.0f records of the shop waiting"
                    .formatted(frozen.toMillis() / 1e3, waiting));
  }
}
