package com.gopher.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process is killed at one place in its program: sabotage holds it there, says so in a file, and
 * then it is killed from outside, as {@code kill -9} does.
 *
 * @param process that is killed
 * @param trap where, by the name of the sabotage that holds it there
 * @param place where, in words
 * @param control the same without a protection, if there is one to take out
 */
record HeldAndKilled(
    String name,
    String process,
    String trap,
    String place,
    Stage stage,
    @Nullable Control withoutProtection)
    implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static HeldAndKilled at(String name, String process, String trap, String place) {
    return new HeldAndKilled(
        name,
        process,
        trap,
        place,
        Stage.plain()
            .harming(process, trap)
            // Some orders a batch, also when few are on their way.
            .with("SPRING_KAFKA_CONSUMER_FETCH_MIN_SIZE", "64KB")
            .with("SPRING_KAFKA_CONSUMER_FETCH_MAX_WAIT", "250ms"),
        null);
  }

  /**
   * @param sabotage what takes the protection out, with the same trap in it
   */
  HeldAndKilled controlledBy(String sabotage, String protection) {
    var harmed =
        new HeldAndKilled(
            name, process, trap, place, Stage.plain().harming(process, sabotage), null);
    return new HeldAndKilled(
        name, process, trap, place, stage, new Control(harmed, protection, Violation.Kind.LOST));
  }

  @Override
  public String how() {
    return "Sabotage holds the %s %s; held there, it is killed with SIGKILL and started again."
        .formatted(process, place);
  }

  @Override
  public String proof() {
    return "The sabotage has written what the process was about to do, inside the window.";
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    scene.arm(trap);
    String caught = scene.caught(trap, PATIENCE);
    // The rest of the process goes on meanwhile: more is lost if anything can be.
    scene.pause(scene.between(100, 600));
    scene.kill(process);
    scene.disarm(trap);
    Instant relieved = Instant.now();
    scene.bringUp();
    return new Blow(relieved, seen -> caught == null ? null : "killed when it was " + caught);
  }

  @Override
  public Optional<Control> control() {
    return Optional.ofNullable(withoutProtection);
  }
}
