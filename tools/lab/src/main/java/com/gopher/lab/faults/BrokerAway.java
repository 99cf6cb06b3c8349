package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;

/**
 * The broker is killed, and started again some time later.
 *
 * @param least milliseconds until it is started again
 * @param most milliseconds; the seed chooses
 */
record BrokerAway(String name, long least, long most) implements Fault {

  @Override
  public String how() {
    return most < 10_000
        ? "The broker is killed with SIGKILL and started again seconds later, on the same data."
        : "The broker is killed with SIGKILL and started again a minute later, on the same data.";
  }

  @Override
  public String proof() {
    return "Just before it is started again, the shop's outbox holds records that it could not send.";
  }

  @Override
  public Stage stage() {
    return Stage.plain();
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    Duration away = scene.between(least, most);
    scene.kill(City.KAFKA);
    scene.pause(away);
    double waiting = scene.metric(scene.process(Scene.SHOP), "outbox.backlog");
    Instant relieved = Instant.now();
    scene.bringUp();
    return new Blow(
        relieved,
        seen ->
            waiting == 0
                ? null
                : "away for %.1f s, %.0f records of the shop waiting"
                    .formatted(away.toMillis() / 1e3, waiting));
  }
}
