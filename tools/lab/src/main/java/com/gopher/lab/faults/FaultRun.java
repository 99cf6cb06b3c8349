package com.gopher.lab.faults;

import com.gopher.lab.topic.TopicRecord;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One fault in one city of its own: load, strike, recovery, look. */
final class FaultRun {

  /** Longer than this no order should wait for the tracker while nothing is wrong. */
  private static final Duration HELD_UP = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final BuiltPrograms programs;
  private final LoadProfile profile;
  private final Console console;
  private volatile @Nullable CityUnderTest current;

  FaultRun(BuiltPrograms programs, LoadProfile profile, Console console) {
    this.programs = programs;
    this.profile = profile;
    this.console = console;
  }

  /**
   * @param evidence that the fault struck; null if it did not, and the run counts for nothing
   * @param refused requests that were turned away or not answered, and sent again
   */
  record Outcome(
      long seed,
      int orders,
      long cancellations,
      long refused,
      @Nullable String evidence,
      List<Violation> violations,
      double recoverySeconds,
      double seconds) {

    /** Of a run that did not come to its end: nothing is known, so nothing is claimed. */
    static Outcome brokenOff(long seed) {
      return new Outcome(seed, 0, 0, 0, null, List.of(), 0, 0);
    }

    /** The same, with the time that the city took to be built. */
    Outcome lasting(double secondsOfAll) {
      return new Outcome(
          seed,
          orders,
          cancellations,
          refused,
          evidence,
          violations,
          recoverySeconds,
          secondsOfAll);
    }

    long count(Violation.Kind kind) {
      return violations.stream()
          .filter(violation -> violation.kind() == kind)
          .map(Violation::subject)
          .distinct()
          .count();
    }
  }

  /**
   * @param directory empty, and left as the city leaves it
   */
  Outcome of(Fault fault, long seed, Path directory) throws Exception {
    long begin = System.nanoTime();
    try (var city =
        new CityUnderTest(directory, programs, fault.config(), profile, seed, console)) {
      current = city;
      city.bringUp();
      city.awaitConnected();
      return struck(city, fault, profile, seed, new TreeSet<>())
          .lasting((System.nanoTime() - begin) / 1e9);
    }
  }

  /**
   * Strikes a city that stands, while customers order, and looks when it is quiet.
   *
   * @param promised the orders of earlier customers of this city; those of the new ones are added
   */
  static Outcome struck(
      CityUnderTest city, Fault fault, LoadProfile profile, long seed, Set<String> promised)
      throws Exception {
    long begin = System.nanoTime();
    int before = promised.size();
    var plan = new OrderPlan(seed, profile.percentCancelled());
    try (var customers = new Customers(city.frontDoor(), plan, profile.perSecond(), LONGEST)) {
      customers.start();
      city.pause(profile.before().plus(city.between(0, 1_000)));
      FaultResult result = fault.strike().on(city);
      city.pause(profile.after());
      AcceptedOrders accepted = customers.stop();
      promised.addAll(accepted.ids());
      var observer = new CityObserver(city, promised, accepted);
      observer.awaitQuiet(profile.patience());
      Observed looked = observer.look();
      Observed seen = fault.config().restoresShop() ? looked.ofWhatWasAnnounced() : looked;
      return new Outcome(
          seed,
          seen.accepted().size() - before,
          accepted.cancellations(),
          accepted.refusals(),
          result.proof().in(looked),
          violations(fault.config(), result.check(), seen),
          recovery(seen, result.relieved()),
          (System.nanoTime() - begin) / 1e9);
    }
  }

  private static List<Violation> violations(
      CityConfig config, FaultResult.Check check, Observed seen) {
    return Stream.concat(
            Invariants.of(seen, config.inOrder(), config.topics()).stream(),
            check.of(seen).stream())
        .toList();
  }

  /** Ends all processes of the run under way, for a thread that does not run it. */
  void breakOff() {
    CityUnderTest city = current;
    if (city != null) {
      city.close();
    }
  }

  /**
   * Seconds from the end of the cause until the tracker knew the last order that it had held up.
   */
  private static double recovery(Observed seen, Instant relieved) {
    var known = new HashMap<String, Instant>();
    for (TopicRecord record : seen.shipmentsTopic()) {
      if (record.json().path("history").isArray()
          && seen.accepted().contains(Objects.requireNonNullElse(record.key(), ""))) {
        known.putIfAbsent(Objects.requireNonNull(record.key()), record.since());
      }
    }
    Instant last = relieved;
    // What a clock has dated that was ahead says nothing.
    Instant end = Instant.now();
    for (TopicRecord record : seen.ordersTopic()) {
      Instant heard = known.get(Objects.requireNonNullElse(record.key(), ""));
      if (heard != null && record.sequence() == 1) {
        Instant placed = Instant.parse(record.json().path("placedAt").asString());
        if (Duration.between(placed, heard).compareTo(HELD_UP) > 0
            && heard.isAfter(last)
            && heard.isBefore(end)) {
          last = heard;
        }
      }
    }
    return Duration.between(relieved, last).toMillis() / 1_000.0;
  }
}
