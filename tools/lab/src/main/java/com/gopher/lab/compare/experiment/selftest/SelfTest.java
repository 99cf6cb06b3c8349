package com.gopher.lab.compare.experiment.selftest;

import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Turns;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.statistics.Fork;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.OrderStream;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.compare.traffic.Standstill;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether this comparison is trustworthy on this machine: one shape against itself, and against
 * itself made slower on purpose.
 */
public final class SelfTest implements Experiment {

  private static final double SLOWER = 0.3;
  private static final double WARM_UP_RATE = 80;
  private static final double RATE = 40;
  private static final String SABOTAGE = "slow-answers";
  private static final String ANSWER = Measures.percentile(Measures.ACCEPTED, 50);

  /** The same shape in three roles. */
  private enum Role {
    BASELINE(""),
    AGAIN(", again"),
    SLOWED(", slowed");

    private final String suffix;

    Role(String suffix) {
      this.suffix = suffix;
    }

    String of(SystemShape shape) {
      return shape.name() + suffix;
    }

    /** Sabotage on the class path of all of them, so that they differ in its work alone. */
    Setup setup(SystemShape shape) {
      return ShippingSabotage.in(
          shape,
          Standstill.setup(),
          Map.of("SABOTAGE_SLOWER", "" + (this == SLOWED ? SLOWER : 0)),
          SABOTAGE);
    }
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    SystemShape shape = laboratory.shapes().get(0);
    boolean full = laboratory.depth() == Depth.FULL;
    var forks = new LinkedHashMap<Role, List<Fork>>();
    for (Role role : Turns.of(List.of(Role.values()), laboratory.forks())) {
      laboratory.tell(role.of(shape));
      try (RunningSystem system = laboratory.start(shape, role.setup(shape))) {
        var stream = new OrderStream(system);
        stream.warmUp(WARM_UP_RATE, Duration.ofSeconds(full ? 5 : 2));
        forks
            .computeIfAbsent(role, first -> new ArrayList<>())
            .add(stream.place(RATE, Duration.ofSeconds(full ? 8 : 3)).accepted());
      }
    }
    Comparison again = compared(laboratory, shape, forks, Role.AGAIN);
    Comparison slowed = compared(laboratory, shape, forks, Role.SLOWED);
    var verdict = new SelfTestVerdict(again, slowed);
    var measures = new LinkedHashMap<String, List<Measure>>();
    forks.forEach(
        (role, all) ->
            measures.put(
                role.of(shape),
                List.of(new Measure(ANSWER, Fork.percentile(all, 50) / 1e3, "ms"))));
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        List.of(again, slowed),
        List.of(),
        List.of());
  }

  private Comparison compared(
      Laboratory laboratory, SystemShape shape, Map<Role, List<Fork>> forks, Role role)
      throws IOException, InterruptedException {
    return new Bootstrap(text().smallest(ANSWER))
        .percentile(
            ANSWER,
            "µs",
            50,
            sample(shape, forks, Role.BASELINE),
            sample(shape, forks, role),
            laboratory.band(ANSWER));
  }

  private static Bootstrap.Sample sample(
      SystemShape shape, Map<Role, List<Fork>> forks, Role role) {
    return new Bootstrap.Sample(role.of(shape), forks.getOrDefault(role, List.of()));
  }
}
