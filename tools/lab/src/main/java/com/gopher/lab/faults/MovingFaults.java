package com.gopher.lab.faults;

import com.gopher.lab.faults.Violation.Kind;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Who decides about new orders is changed while customers order and cancel. */
final class MovingFaults {

  /** A new city begins with a tracker that decides. */
  private static final List<Delivery> MOVES =
      List.of(Delivery.IN_PROCESS, Delivery.EXTRACTED, Delivery.IN_PROCESS, Delivery.EXTRACTED);

  /** So long a change takes at the most, when it is not hindered. */
  private static final long MOMENT_MILLIS = 40;

  private static final List<String> VICTIMS = List.of(City.SHOP, City.TRACKER, City.KAFKA);

  private MovingFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("moved-under-load", CityConfig.plain(), MovingFaults::move)
            .controlledIn(
                CityConfig.plain().harming(City.SHOP, "decider-looked-up-again"),
                "the decider that an order keeps, which is looked up again when it is shipped",
                Kind.LOST),
        Fault.of("killed-while-moving", CityConfig.plain(), MovingFaults::killWhileMoving)
            .controlledIn(
                CityConfig.plain().harming(City.SHOP, "mode-read-beforehand"),
                "the mode that is read in an order's transaction, which is read before it",
                Kind.DISORDERED));
  }

  private static FaultResult move(CityUnderTest city) throws Exception {
    var mode = new ModeSwitch(city, Delivery.EXTRACTED);
    for (Delivery next : MOVES) {
      mode.change(next);
      letCustomersOrder(city);
    }
    return new FaultResult(
        Instant.now(),
        seen -> FaultResult.proof(ModeSwitch.bothDecided(seen), "%s", mode.figures(seen)),
        seen -> Stream.concat(mode.modes().violations(seen).stream(), failures(seen)).toList());
  }

  /** Long enough that orders are placed, and some of them shipped, in each mode. */
  private static void letCustomersOrder(CityUnderTest city) throws InterruptedException {
    city.pause(city.between(1_500, 2_500));
  }

  /** Nothing is wrong with this city: no customer goes without an answer. */
  private static Stream<Violation> failures(Observed seen) {
    return seen.failures() == 0
        ? Stream.of()
        : Stream.of(
            new Violation(
                Kind.LOST, "customers", "were not answered " + seen.failures() + " times"));
  }

  /** What is killed, at which of the moves and when, is the seed's choice. */
  private static FaultResult killWhileMoving(CityUnderTest city) throws Exception {
    var mode = new ModeSwitch(city, Delivery.EXTRACTED);
    String victim = VICTIMS.get(city.random().nextInt(VICTIMS.size()));
    int struck = city.random().nextInt(MOVES.size());
    String said = "";
    Instant relieved = Instant.now();
    for (int i = 0; i < MOVES.size(); i++) {
      if (i == struck) {
        Instant asked = Instant.now();
        said = kill(victim, mode, MOVES.get(i), city);
        relieved = Instant.now();
        city.bringUp();
        said += "; then the mode was " + mode.inForce();
        mode.change(MOVES.get(i), asked);
      } else {
        mode.change(MOVES.get(i));
      }
      letCustomersOrder(city);
    }
    String evidence = said;
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(ModeSwitch.bothDecided(seen), "%s; %s", evidence, mode.figures(seen)),
        mode.modes()::violations);
  }

  /** Returns what was killed, and when. */
  private static String kill(String victim, ModeSwitch mode, Delivery next, CityUnderTest city)
      throws InterruptedException {
    // As likely in the change itself as in what follows from it.
    Duration moment =
        city.random().nextBoolean() ? city.between(0, MOMENT_MILLIS) : city.between(0, 1_500);
    CompletableFuture<Boolean> answered =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                mode.ask(next);
                return true;
              } catch (IOException killed) {
                return false;
              }
            });
    city.pause(moment);
    boolean wasAnswered = answered.getNow(false);
    city.kill(victim);
    return "the %s was killed %s ms after %s was asked for, %s the answer"
        .formatted(
            victim.equals(City.KAFKA) ? "broker" : victim,
            moment.toMillis(),
            next,
            wasAnswered ? "after" : "before");
  }
}
