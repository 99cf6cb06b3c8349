package com.gopher.lab.faults;

import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.shape.BuiltPrograms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One city that customers use for a long time, while one fault after the other strikes it. What
 * must be true is looked at once, at the end: what was lost early is still lost then.
 */
public final class Soak {

  /** They leave a city in which all promises hold, and need nothing that another one spoils. */
  static final List<String> FAULTS =
      List.of(
          "tracker-killed-in-mid-batch",
          "tracker-killed-before-offset-commit",
          "broker-killed",
          "shop-killed-before-send",
          "shop-killed-before-delete",
          "broker-frozen",
          "whole-topic-replayed",
          "poison-among-good",
          "oversized-letter",
          "slow-clients");

  private final BuiltPrograms programs;
  private final LoadProfile profile;
  private final Console console;
  private final long seed;
  private final Duration duration;
  private final Duration betweenStrikes;

  /**
   * @param profile how hard the city is worked
   * @param seed chooses the faults and when they strike
   * @param duration for which customers come
   * @param betweenStrikes from the earliest moment of one strike to that of the next
   */
  public Soak(
      BuiltPrograms programs,
      LoadProfile profile,
      Console console,
      long seed,
      Duration duration,
      Duration betweenStrikes) {
    this.programs = programs;
    this.profile = profile;
    this.console = console;
    this.seed = seed;
    this.duration = duration;
    this.betweenStrikes = betweenStrikes;
  }

  /**
   * Runs to its end, which is later than the duration by the time that the city needs to become
   * quiet.
   *
   * @throws CouldNotRun if a fault could not strike, or the city did not come back after it
   */
  public SoakReport run() throws InterruptedException {
    var endProcesses = new EndOfTheCity();
    try (var site = new CitySite(console, endProcesses)) {
      SoakReport report;
      try (var city =
          new CityUnderTest(site.directory(), programs, config(), profile, seed, console)) {
        endProcesses.city = city;
        report = inOneCity(city);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        // Why it broke off is in its logs.
        site.keep();
        if (e instanceof CouldNotRun known) {
          throw known;
        }
        throw new CouldNotRun(
            "The soak broke off and counts as not run (%s). All its processes were ended. Repeat it with: ./shop faults --soak %ss --seed %s"
                .formatted(e, duration.toSeconds(), seed),
            e);
      }
      if (!report.isAsExpected()) {
        site.keep();
      }
      return report;
    }
  }

  private static CityConfig config() {
    return Fault.called(FAULTS).stream()
        .map(Fault::config)
        .reduce(CityConfig.plain(), CityConfig::and);
  }

  private SoakReport inOneCity(CityUnderTest city) throws Exception {
    Machine machine = Machine.here();
    city.bringUp();
    city.awaitConnected();
    var plan = new OrderPlan(seed, profile.percentCancelled());
    try (var customers = new Customers(city.frontDoor(), plan, profile.perSecond(), duration)) {
      customers.start();
      var footprints = new Footprints();
      List<Struck> strikes = strikeUntilTheEnd(city, footprints);
      AcceptedOrders accepted = customers.stop();
      var observer = new CityObserver(city, new TreeSet<>(accepted.ids()), accepted);
      observer.awaitQuiet(profile.patience());
      footprints.look(city);
      Observed seen = observer.look();
      return report(machine, accepted, strikes, footprints, seen);
    }
  }

  private record Struck(Fault fault, FaultResult result) {}

  private List<Struck> strikeUntilTheEnd(CityUnderTest city, Footprints footprints)
      throws Exception {
    List<Fault> faults = Fault.called(FAULTS);
    var random = new SplittableRandom(seed);
    var struck = new ArrayList<Struck>();
    long begin = System.nanoTime();
    for (int number = 0; number < duration.dividedBy(betweenStrikes); number++) {
      long earliest = begin + number * betweenStrikes.toNanos();
      long at = earliest + random.nextLong(betweenStrikes.toNanos() / 2);
      city.pause(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
      footprints.look(city);
      Fault fault = faults.get(random.nextInt(faults.size()));
      console.narrate("%s (strike %s) ...", fault.name(), number + 1);
      struck.add(new Struck(fault, fault.strike().on(city)));
    }
    city.pause(Duration.ofNanos(Math.max(0, begin + duration.toNanos() - System.nanoTime())));
    return struck;
  }

  private SoakReport report(
      Machine machine,
      AcceptedOrders accepted,
      List<Struck> strikes,
      Footprints footprints,
      Observed seen)
      throws Exception {
    List<Violation> violations =
        Stream.concat(
                Invariants.of(seen, true).stream(),
                strikes.stream().flatMap(strike -> strike.result().check().of(seen).stream()))
            .distinct()
            .toList();
    var evidence = new ArrayList<SoakReport.Strike>();
    for (Struck strike : strikes) {
      evidence.add(new SoakReport.Strike(strike.fault().name(), strike.result().proof().in(seen)));
    }
    return SoakReport.of(
        machine,
        seed,
        duration.toSeconds(),
        profile.perSecond(),
        seen.accepted().size(),
        accepted,
        evidence,
        violations,
        footprints.compared());
  }

  /** For a thread that does not work on the city. */
  private static final class EndOfTheCity implements Runnable {

    private volatile @Nullable CityUnderTest city;

    @Override
    public void run() {
      CityUnderTest known = city;
      if (known != null) {
        known.close();
      }
    }
  }
}
