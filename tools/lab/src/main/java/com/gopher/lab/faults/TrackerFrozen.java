package com.gopher.lab.faults;

import java.time.Duration;
import java.time.Instant;

/** One of two trackers stands still until the group has given its partitions to the other. */
record TrackerFrozen() implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "tracker-frozen-longer-than-its-session";
  }

  @Override
  public String how() {
    return "One of two trackers gets SIGSTOP until its session is over and the other has all"
        + " partitions, then SIGCONT: it goes on with what it had in its hands.";
  }

  @Override
  public String proof() {
    return "The consumer group goes from two members to one and back to two.";
  }

  @Override
  public Stage stage() {
    return Stage.plain().trackers(2);
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    scene.await(PATIENCE, () -> scene.road().members(Road.TRACKERS) == 2);
    String victim = scene.random().nextBoolean() ? Scene.TRACKER : Scene.TRACKER + "-2";
    Instant frozen = Instant.now();
    scene.freeze(victim);
    boolean isAlone = scene.await(PATIENCE, () -> scene.road().members(Road.TRACKERS) == 1);
    scene.pause(scene.between(1_000, 3_000));
    scene.thaw(victim);
    Instant thawed = Instant.now();
    boolean isBack = scene.await(PATIENCE, () -> scene.road().members(Road.TRACKERS) == 2);
    return new Blow(
        thawed,
        seen ->
            isAlone && isBack
                ? "%s frozen for %.1f s; 2, 1 and again 2 members"
                    .formatted(victim, Duration.between(frozen, thawed).toMillis() / 1e3)
                : null);
  }
}
