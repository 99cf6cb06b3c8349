package com.gopher.lab.faults;

import com.gopher.lab.system.Waiting;
import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** There is no room left on the disk for a while, for anybody. */
final class FullDisk {

  /** What a city needs for the seconds of a run, and some. */
  private static final int MEGABYTES = 256;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private FullDisk() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("disk-full", CityConfig.plain().onDiskOf(MEGABYTES), FullDisk::fillForAWhile));
  }

  private static FaultResult fillForAWhile(CityUnderTest city) throws Exception {
    Instant filled = Instant.now();
    city.disk().fill();
    Waiting.until(PATIENCE, () -> city.ended().contains(City.SHOP));
    city.pause(city.between(0, 3_000));
    List<String> ended = city.ended();
    long traceFiles = city.filled(".trace.db");
    city.disk().makeRoom();
    Instant relieved = Instant.now();
    Duration full = Duration.between(filled, relieved);
    city.bringUp();
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                ended.contains(City.SHOP) && traceFiles == 0,
                "full for %.1f s, which ended %s; nothing in trace files",
                full.toMillis() / 1e3,
                String.join(", ", ended)));
  }
}
