package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A process is killed, or stands still. */
final class ProcessFaults {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REDELIVERED = "inbound.batches.redelivered";

  private ProcessFaults() {}

  static List<Fault> all() {
    return List.of(
        heldAndKilled("tracker-killed-in-mid-batch", City.TRACKER, "held-in-mid-batch"),
        heldAndKilled(
            "tracker-killed-before-offset-commit", City.TRACKER, "held-before-offset-commit"),
        brokerAway("broker-killed", 500, 2_500),
        brokerAway("broker-away-for-a-minute", 60_000, 61_000),
        // The sabotage that takes the outbox out has the same trap in it.
        heldAndKilled("shop-killed-before-send", City.SHOP, "held-before-send")
            .controlledIn(
                CityConfig.plain().harming(City.SHOP, "plain-send-after-commit"),
                "the outbox, with a plain send after the commit",
                Violation.Kind.LOST),
        heldAndKilled("shop-killed-before-delete", City.SHOP, "held-before-delete"),
        Fault.of("broker-frozen", CityConfig.plain(), ProcessFaults::freezeBroker),
        Fault.of(
            "tracker-frozen-longer-than-its-session",
            CityConfig.plain().trackers(2),
            ProcessFaults::freezeTracker),
        Fault.of(
            "tracker-database-away",
            CityConfig.plain().trackers(2),
            ProcessFaults::takeDatabaseAway));
  }

  /**
   * A process is killed at one place in its program: sabotage holds it there, says so in a file,
   * and then it is killed from outside, as {@code kill -9} does.
   *
   * @param trap where, by the name of the sabotage that holds the process there
   */
  private static Fault heldAndKilled(String name, String process, String trap) {
    CityConfig config =
        CityConfig.plain()
            .harming(process, trap)
            // Some orders a batch, also when few are on their way.
            .with("SPRING_KAFKA_CONSUMER_FETCH_MIN_SIZE", "64KB")
            .with("SPRING_KAFKA_CONSUMER_FETCH_MAX_WAIT", "250ms");
    return Fault.of(name, config, city -> killAt(trap, process, city));
  }

  private static FaultResult killAt(String trap, String process, CityUnderTest city)
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
        relieved, seen -> FaultResult.proof(caught != null, "killed when it was %s", caught));
  }

  /** The seed chooses between these, in milliseconds. */
  private static Fault brokerAway(String name, long shortest, long longest) {
    return Fault.of(
        name, CityConfig.plain(), city -> killBroker(city, city.between(shortest, longest)));
  }

  private static FaultResult killBroker(CityUnderTest city, Duration away) throws Exception {
    city.kill(City.KAFKA);
    city.pause(away);
    double waiting = city.metric(City.SHOP, "outbox.backlog");
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                waiting > 0,
                "away for %.1f s, %.0f records of the shop waiting",
                away.toMillis() / 1e3,
                waiting));
  }

  /** Its connections are open, and nobody answers. */
  private static FaultResult freezeBroker(CityUnderTest city) throws Exception {
    Duration frozen = city.between(8_000, 14_000);
    city.freeze(City.KAFKA);
    city.pause(frozen);
    double waiting = city.metric(City.SHOP, "outbox.backlog");
    city.thaw(City.KAFKA);
    return FaultResult.now(
        seen ->
            FaultResult.proof(
                waiting > 0,
                "frozen for %.1f s, %.0f records of the shop waiting",
                frozen.toMillis() / 1e3,
                waiting));
  }

  /** Until the group has given its partitions to the other. */
  private static FaultResult freezeTracker(CityUnderTest city) throws Exception {
    city.awaitTrackers(2);
    String victim = city.oneOfTwoTrackers();
    Instant frozen = Instant.now();
    city.freeze(victim);
    boolean isAlone = city.awaitTrackers(1);
    city.pause(city.between(1_000, 3_000));
    city.thaw(victim);
    Instant thawed = Instant.now();
    boolean isBack = city.awaitTrackers(2);
    return new FaultResult(
        thawed,
        seen ->
            FaultResult.proof(
                isAlone && isBack,
                "%s frozen for %.1f s; 2, 1 and again 2 members",
                victim,
                Duration.between(frozen, thawed).toMillis() / 1e3));
  }

  private static FaultResult takeDatabaseAway(CityUnderTest city) throws Exception {
    double before = city.trackersMetric(REDELIVERED);
    Duration away = city.between(4_000, 8_000);
    city.kill(City.DATABASE);
    city.pause(away);
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen -> {
          double redelivered = city.trackersMetric(REDELIVERED) - before;
          return FaultResult.proof(
              redelivered > 0,
              "away for %.1f s, %.0f batches asked for again",
              away.toMillis() / 1e3,
              redelivered);
        });
  }
}
