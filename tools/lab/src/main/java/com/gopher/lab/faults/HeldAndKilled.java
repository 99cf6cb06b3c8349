package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;

/**
 * A process is killed at one place in its program: sabotage holds it there, says so in a file, and
 * then it is killed from outside, as {@code kill -9} does.
 */
final class HeldAndKilled {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private HeldAndKilled() {}

  static Fault trackerInMidBatch() {
    return fault("tracker-killed-in-mid-batch", City.TRACKER, "held-in-mid-batch");
  }

  static Fault trackerBeforeOffsetCommit() {
    return fault("tracker-killed-before-offset-commit", City.TRACKER, "held-before-offset-commit");
  }

  /** The sabotage that takes the outbox out has the same trap in it. */
  static Fault shopBeforeSend() {
    return fault("shop-killed-before-send", City.SHOP, "held-before-send")
        .controlledIn(
            CityConfig.plain().harming(City.SHOP, "plain-send-after-commit"),
            "the outbox, with a plain send after the commit",
            Violation.Kind.LOST);
  }

  static Fault shopBeforeDelete() {
    return fault("shop-killed-before-delete", City.SHOP, "held-before-delete");
  }

  /**
   * @param trap where, by the name of the sabotage that holds the process there
   */
  private static Fault fault(String name, String process, String trap) {
    CityConfig config =
        CityConfig.plain()
            .harming(process, trap)
            // Some orders a batch, also when few are on their way.
            .with("SPRING_KAFKA_CONSUMER_FETCH_MIN_SIZE", "64KB")
            .with("SPRING_KAFKA_CONSUMER_FETCH_MAX_WAIT", "250ms");
    return Fault.of(name, config, city -> strike(city, process, trap));
  }

  private static FaultResult strike(CityUnderTest city, String process, String trap)
      throws Exception {
    city.traps().arm(trap);
    String caught = city.traps().caught(trap, PATIENCE);
    // The rest of the process goes on: more is lost if anything can be.
    city.pause(city.between(100, 600));
    city.kill(process);
    city.traps().disarm(trap);
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved, seen -> caught == null ? null : "killed when it was " + caught);
  }
}
