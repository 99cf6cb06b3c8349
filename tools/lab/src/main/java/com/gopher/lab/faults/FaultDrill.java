package com.gopher.lab.faults;

import com.gopher.lab.faults.FaultRun.Outcome;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Faults that strike one city, one after the other: for somebody who waits for the verdicts, since
 * a city of its own for each of them takes three times as long. What was promised before an earlier
 * fault is looked at again after a later one.
 */
public final class FaultDrill implements AutoCloseable {

  private final BuiltPrograms programs;
  private final LoadProfile profile;
  private final Console console;
  private final CityConfig config;
  private final Set<String> promised = new TreeSet<>();
  private long seed;
  private @Nullable CitySite site;
  private volatile @Nullable CityUnderTest city;

  /**
   * @param seed of the first fault; the next one has the next number
   * @param faults all that may be run: the city is made so that each of them can strike
   * @throws CouldNotRun if one of them is unknown
   */
  public FaultDrill(
      BuiltPrograms programs,
      LoadProfile profile,
      Console console,
      long seed,
      List<String> faults) {
    this.programs = programs;
    this.profile = profile;
    this.console = console;
    this.seed = seed;
    this.config =
        Fault.called(faults).stream()
            .map(Fault::config)
            .reduce(CityConfig.plain(), CityConfig::and);
  }

  /**
   * Runs one fault; the first one builds the city.
   *
   * @return with {@code notRun} 1 if it did not come to that; the console has the reason, and the
   *     city was ended
   */
  public FaultSummary run(String name) throws InterruptedException {
    Fault fault = Fault.called(List.of(name)).get(0);
    long seedOfTheRun = seed++;
    try {
      return summary(
          fault, FaultRun.struck(standing(), fault.in(config), profile, seedOfTheRun, promised));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      close();
      console.narrate("Why: " + (e instanceof CouldNotRun ? e.getMessage() : e));
      return summary(fault, Outcome.brokenOff(seedOfTheRun));
    }
  }

  private static FaultSummary summary(Fault fault, Outcome outcome) {
    return FaultSummary.of(fault, null, List.of(outcome));
  }

  private CityUnderTest standing() throws IOException, InterruptedException {
    CityUnderTest known = city;
    if (known != null) {
      return known;
    }
    CitySite ground = new CitySite(console, this::endProcesses);
    site = ground;
    var built = new CityUnderTest(ground.directory(), programs, config, profile, seed, console);
    city = built;
    built.bringUp();
    built.awaitConnected();
    return built;
  }

  private void endProcesses() {
    CityUnderTest known = city;
    if (known != null) {
      known.close();
    }
  }

  @Override
  public void close() {
    endProcesses();
    city = null;
    promised.clear();
    if (site != null) {
      site.close();
      site = null;
    }
  }
}
