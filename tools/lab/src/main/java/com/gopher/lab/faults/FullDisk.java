package com.gopher.lab.faults;

import com.gopher.lab.system.Waiting;
import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** There is no room left on the disk for a while, for anybody. */
final class FullDisk {

  /** What a city needs for the seconds of a run, and some. */
  private static final int MEGABYTES = 256;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private FullDisk() {}

  static List<Fault> all() {
    CityConfig config = CityConfig.plain().onDiskOf(MEGABYTES);
    return List.of(
        Fault.of("disk-full", config, FullDisk::fillForAWhile)
            .controlledIn(
                config.harming(City.SHOP, "never-ends-itself"),
                "the end of a process whose database is closed",
                Violation.Kind.LOST));
  }

  private static FaultResult fillForAWhile(CityUnderTest city) throws Exception {
    Instant filled = Instant.now();
    city.disk().fill();
    Waiting.until(PATIENCE, () -> city.ended().contains(City.SHOP));
    city.pause(city.between(0, 3_000));
    List<String> ended = city.ended();
    long traceFiles = city.filled(".trace.db");
    boolean wasFull = city.disk().isFull();
    city.disk().makeRoom();
    Instant relieved = Instant.now();
    Duration full = Duration.between(filled, relieved);
    if (!ended.contains(City.SHOP)) {
      // It would answer nobody until somebody does this.
      city.kill(City.SHOP);
    }
    city.bringUp();
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                wasFull,
                "full for %.1f s, which ended %s",
                full.toMillis() / 1e3,
                ended.isEmpty() ? "nobody" : String.join(", ", ended)),
        seen -> judged(ended, traceFiles));
  }

  private static List<Violation> judged(List<String> ended, long traceFiles) {
    var violations = new ArrayList<Violation>();
    if (!ended.contains(City.SHOP)) {
      violations.add(
          new Violation(
              Violation.Kind.LOST, "the shop", "has lost its database and did not end by itself"));
    }
    if (traceFiles > 0) {
      violations.add(
          new Violation(
              Violation.Kind.LOST,
              "the room",
              "was taken by %s trace files".formatted(traceFiles)));
    }
    return violations;
  }
}
