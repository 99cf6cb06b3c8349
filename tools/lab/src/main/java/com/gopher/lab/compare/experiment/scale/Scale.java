package com.gopher.lab.compare.experiment.scale;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Turns;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Bootstrap.Values;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.load.Basket;
import com.gopher.launcher.process.ResidentMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shipping is the bottleneck; more of the processes that ship are started. */
public final class Scale implements Experiment {

  private static final List<Integer> FLEETS = List.of(1, 2, 4);
  private static final String CARRIER = "400ms";

  /** More than the largest fleet can ship, so that there is always something to ship. */
  private static final double PER_SECOND = 15;

  private static final double WARM_UP_SECONDS = 12;
  private static final int HEAP_MEGABYTES = 192;

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String claim() {
    return "Build more bakeries, not more libraries.";
  }

  @Override
  public String hypothesis() {
    return "With four processes that ship, every shape but the first ships at least three times as much as with one, and one more process that ships holds less memory than one more of the first shape's.";
  }

  @Override
  public List<String> method() {
    return List.of(
        "Shipping is made slow by a carrier who takes one parcel per call and 400 ms for it; that wait holds no transaction and no lock. A process ships one parcel after the other, so that 2.5 per second is the most that one can do.",
        "1, 2 and 4 processes that ship: more trackers where shipping is a service of its own, more instances of the whole shop where it is not. Several share one H2 server, which is not counted in the memory of one more; a single one has its own file. Each that ships gets %d MB of heap, in every shape."
            .formatted(HEAP_MEGABYTES),
        "%.0f orders per second arrive at the front door, more than can be shipped. After %.0f s of warm-up the parcels that left the house within the next 16 s (8 s with --quick) are counted, by the time that whoever ships has noted in them."
            .formatted(PER_SECOND, WARM_UP_SECONDS),
        "One life of each fleet. The memory of one more process is that of each process that ships in the fleets of 2 and 4, resident, at the end of the load.");
  }

  @Override
  public List<String> cannotShow() {
    return List.of(
        "A carrier who is slow to answer can also be called from several threads of one process, which is cheaper than any process. Only work that fills a processor needs more machines, and this is one machine.",
        "All processes are kept to the same processors; what waits scales here, what computes would not.",
        "The front door of several instances of the shop is the first of them: no balancer, and no session that would have to move.",
        "Memory is that of small JVMs that are a minute old.");
  }

  @Override
  public Duration expectedDuration(Depth depth) {
    return Duration.ofSeconds(depth == Depth.FULL ? 300 : 150);
  }

  /**
   * What one fleet did.
   *
   * @param megabytes of all processes of the shape
   * @param megabytesOfShippers of each process that ships
   */
  record Fleet(
      int shippers, double parcelsPerSecond, double megabytes, List<Double> megabytesOfShippers) {}

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var fleets = new LinkedHashMap<String, List<Fleet>>();
    List<Integer> sizes = fleets(laboratory.depth());
    Iterator<SystemShape> turns = Turns.of(laboratory.shapes(), sizes.size()).iterator();
    for (int shippers : sizes) {
      for (int number = 0; number < laboratory.shapes().size(); number++) {
        SystemShape shape = turns.next();
        laboratory.tell("%s, %d that ship".formatted(shape.name(), shippers));
        try (RunningSystem system = laboratory.start(shape, setup(shape, shippers))) {
          fleets
              .computeIfAbsent(shape.name(), first -> new ArrayList<>())
              .add(measure(system, shippers, laboratory.depth() == Depth.FULL ? 16 : 8));
        }
      }
    }
    return finding(fleets, comparisons(laboratory, fleets));
  }

  private static List<Integer> fleets(Depth depth) {
    return depth == Depth.FULL ? FLEETS : FLEETS.subList(0, 2);
  }

  private static Setup setup(SystemShape shape, int shippers) {
    Setup setup =
        Setup.plain()
            .with("SHIPPING_PREPARING", "0ms")
            .with("SHIPPING_TRANSIT", "10h")
            .withShippers(shippers);
    return SameHeap.forThoseThatShip(
        shape,
        ShippingSabotage.in(shape, setup, Map.of("SABOTAGE_CARRIER", CARRIER), "slow-carrier"),
        HEAP_MEGABYTES);
  }

  private static Fleet measure(RunningSystem system, int shippers, double seconds)
      throws IOException, InterruptedException {
    try (var traffic =
        new Traffic(
            system.url(), Basket.fill(system.url()), PER_SECOND, WARM_UP_SECONDS + seconds + 1)) {
      traffic.await(WARM_UP_SECONDS + seconds + 1);
      List<Double> ofShippers =
          system.processes().stream()
              .filter(process -> ShippingSabotage.ships(process.name(), system.shape()))
              .map(process -> ResidentMemory.of(process).orElse(0) / 1e6)
              .toList();
      double megabytes = system.residentBytes() / 1e6;
      long shipped =
          traffic.shippedBetween(system.url(), WARM_UP_SECONDS, WARM_UP_SECONDS + seconds);
      return new Fleet(shippers, shipped / seconds, megabytes, ofShippers);
    }
  }

  private static List<Comparison> comparisons(
      Laboratory laboratory, Map<String, List<Fleet>> fleets)
      throws IOException, InterruptedException {
    String baseline = laboratory.shapes().get(0).name();
    var comparisons = new ArrayList<Comparison>();
    for (SystemShape other : laboratory.shapes().subList(1, laboratory.shapes().size())) {
      comparisons.add(
          new Bootstrap()
              .mean(
                  "resident memory of one more process that ships",
                  "MB",
                  oneMore(baseline, fleets),
                  oneMore(other.name(), fleets),
                  laboratory.band(Measures.MEMORY)));
    }
    return comparisons;
  }

  private static Values oneMore(String shape, Map<String, List<Fleet>> fleets) {
    return new Values(
        shape,
        fleets.getOrDefault(shape, List.of()).stream()
            .filter(fleet -> fleet.shippers() > 1)
            .flatMap(fleet -> fleet.megabytesOfShippers().stream())
            .toList());
  }

  static Finding finding(Map<String, List<Fleet>> fleets, List<Comparison> memory) {
    var rates = new LinkedHashMap<String, TreeMap<Integer, Double>>();
    var measures = new LinkedHashMap<String, List<Measure>>();
    fleets.forEach(
        (shape, all) -> {
          rates.put(
              shape,
              all.stream()
                  .collect(
                      Collectors.toMap(
                          Fleet::shippers,
                          Fleet::parcelsPerSecond,
                          (one, other) -> one,
                          TreeMap::new)));
          measures.put(
              shape,
              all.stream()
                  .flatMap(
                      fleet ->
                          Stream.of(
                              new Measure(
                                  "parcels with %d that ship".formatted(fleet.shippers()),
                                  fleet.parcelsPerSecond(),
                                  "1/s"),
                              new Measure(
                                  "memory with %d that ship".formatted(fleet.shippers()),
                                  fleet.megabytes(),
                                  "MB")))
                  .toList());
        });
    var verdict = new ScaleVerdict(fleets.keySet().stream().findFirst().orElse(""), rates, memory);
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        memory,
        List.of(
            curve(
                "Parcels shipped, by processes that ship",
                "parcels per second",
                fleets,
                Fleet::parcelsPerSecond),
            curve(
                "Memory of all processes, by processes that ship", "MB", fleets, Fleet::megabytes)),
        List.of());
  }

  private static Chart curve(
      String title,
      String yLabel,
      Map<String, List<Fleet>> fleets,
      ToDoubleFunction<Fleet> figure) {
    return new Chart(
        Chart.Kind.CURVE,
        title,
        "processes that ship",
        yLabel,
        fleets.entrySet().stream()
            .map(
                entry ->
                    new Series(
                        entry.getKey(),
                        entry.getValue().stream()
                            .map(fleet -> new Point(fleet.shippers(), figure.applyAsDouble(fleet)))
                            .toList(),
                        List.of()))
            .toList(),
        List.of());
  }
}
