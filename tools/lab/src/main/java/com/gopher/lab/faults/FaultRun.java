package com.gopher.lab.faults;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One fault in one city of its own: load, strike, recovery, inspection. */
final class FaultRun {

  /** Longer than this no order should wait for the tracker while nothing is wrong. */
  private static final Duration HELD_UP = Duration.ofSeconds(1);

  private final BuiltPrograms programs;
  private final Pace pace;
  private final Console console;
  private volatile @Nullable Scene current;

  FaultRun(BuiltPrograms programs, Pace pace, Console console) {
    this.programs = programs;
    this.pace = pace;
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
    try (var scene = new Scene(directory, programs, fault.stage(), pace, seed, console)) {
      current = scene;
      scene.bringUp();
      scene.awaitOpenRoad();
      try (var shoppers = new Shoppers(scene.shop(), new Plan(seed), pace.perSecond())) {
        shoppers.start();
        scene.pause(pace.before().plus(scene.between(0, 1_000)));
        Blow blow = fault.strike(scene);
        scene.pause(pace.after());
        Ledger ledger = shoppers.stop();
        var observer = new Observer(scene, ledger);
        observer.awaitQuiet(pace.patience());
        Observed seen = observer.look();
        return new Outcome(
            seed,
            seen.accepted().size(),
            ledger.cancellations(),
            ledger.refusals(),
            blow.proof().in(seen),
            Inspection.of(seen, fault.stage().orderedOnTheRoad()),
            recovery(seen, blow.relieved()),
            (System.nanoTime() - begin) / 1e9);
      }
    }
  }

  /** Ends all processes of the run under way, for a thread that does not run it. */
  void breakOff() {
    Scene scene = current;
    if (scene != null) {
      scene.close();
    }
  }

  /**
   * Seconds from the end of the cause until the tracker knew the last order that it had held up.
   */
  private static double recovery(Observed seen, Instant relieved) {
    var known = new HashMap<String, Instant>();
    for (RoadRecord told : seen.shipmentsTopic()) {
      if (told.json().path("history").isArray()
          && seen.accepted().contains(Objects.requireNonNullElse(told.key(), ""))) {
        known.putIfAbsent(Objects.requireNonNull(told.key()), told.since());
      }
    }
    Instant last = relieved;
    for (RoadRecord told : seen.ordersTopic()) {
      Instant heard = known.get(Objects.requireNonNullElse(told.key(), ""));
      if (heard != null && told.sequence() == 1) {
        Instant placed = Instant.parse(told.json().path("placedAt").asString());
        if (Duration.between(placed, heard).compareTo(HELD_UP) > 0 && heard.isAfter(last)) {
          last = heard;
        }
      }
    }
    return Duration.between(relieved, last).toMillis() / 1_000.0;
  }
}
