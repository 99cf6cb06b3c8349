package com.gopher.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The group of trackers grows, loses a member without warning, and shrinks. */
record TrackersComeAndGo() implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "trackers-joining-and-leaving";
  }

  @Override
  public String how() {
    return "A third tracker joins two; one of them is killed with SIGKILL and comes back; the third"
        + " leaves in order.";
  }

  @Override
  public String proof() {
    return "The consumer group has had 2, 3, 2, 3 and 2 members with partitions.";
  }

  @Override
  public Stage stage() {
    return Stage.plain().trackers(2);
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    var members = new ArrayList<Integer>();
    reach(scene, 2, members);
    scene.trackers(3);
    scene.bringUp();
    reach(scene, 3, members);
    String victim = scene.random().nextBoolean() ? Scene.TRACKER : Scene.TRACKER + "-2";
    scene.kill(victim);
    reach(scene, 2, members);
    scene.bringUp();
    reach(scene, 3, members);
    scene.trackers(2);
    Instant relieved = Instant.now();
    scene.bringUp();
    reach(scene, 2, members);
    return new Blow(
        relieved,
        seen ->
            members.equals(List.of(2, 3, 2, 3, 2))
                ? "2, 3, 2 (%s killed), 3 and 2 members".formatted(victim)
                : null);
  }

  private static void reach(Scene scene, int wanted, List<Integer> members)
      throws InterruptedException {
    if (scene.await(PATIENCE, () -> scene.road().members(Road.TRACKERS) == wanted)) {
      members.add(wanted);
    }
    scene.pause(scene.between(500, 1_500));
  }
}
