package com.gopher.lab.faults;

import com.gopher.lab.faults.FaultRun.Outcome;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.shape.BuiltPrograms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs faults one after the other, each in a city of its own that is deleted afterwards. */
public final class FaultSuite {

  private final FaultRun whole;
  private final FaultRun unprotected;
  private final Console console;
  private final long seed;
  private final double perSecond;
  private final int runs;
  private final boolean keep;

  /**
   * @param profile how hard the city is worked
   * @param seed of the first run of each fault; the next one has the next number
   * @param runs of each fault
   * @param keep leaves the data directories, with all logs; those of a run that found something or
   *     broke off are left in any case, since the next run may find nothing
   */
  public FaultSuite(
      BuiltPrograms programs,
      LoadProfile profile,
      Console console,
      long seed,
      int runs,
      boolean keep) {
    this.whole = new FaultRun(programs, profile, console);
    this.unprotected = new FaultRun(programs, profile.soonGivenUp(), console);
    this.console = console;
    this.seed = seed;
    this.perSecond = profile.perSecond();
    this.runs = runs;
    this.keep = keep;
  }

  /** The names of all faults and how each strikes. */
  public static Map<String, String> list() {
    var list = new LinkedHashMap<String, String>();
    Fault.all().forEach(fault -> list.put(fault.name(), fault.how()));
    return list;
  }

  /**
   * @param names all faults if empty
   * @param controls also without the protection, where there is a control
   * @param observer gets each result as soon as it is there
   * @throws CouldNotRun if a name is unknown, before anything is started
   */
  public FaultReport run(List<String> names, boolean controls, Consumer<FaultSummary> observer)
      throws InterruptedException {
    List<Fault> faults = names.isEmpty() ? Fault.all() : Fault.called(names);
    Machine machine = Machine.here();
    var results = new ArrayList<FaultSummary>();
    for (Fault fault : faults) {
      FaultSummary result = run(fault, null);
      results.add(result);
      observer.accept(result);
      Fault.Control control = controls ? fault.control() : null;
      if (control != null) {
        FaultSummary controlled = run(control.fault(), control.without());
        results.add(controlled);
        observer.accept(controlled);
      }
    }
    return new FaultReport(machine, seed, perSecond, results);
  }

  private FaultSummary run(Fault fault, @Nullable String without) throws InterruptedException {
    var outcomes = new ArrayList<Outcome>();
    for (int number = 0; number < runs; number++) {
      console.narrate(
          fault.name()
              + (without == null ? "" : ", without " + without)
              + (runs == 1 ? "" : ", run " + (number + 1) + " of " + runs)
              + " (seed "
              + (seed + number)
              + ") ...");
      outcomes.add(once(without == null ? whole : unprotected, fault, seed + number));
    }
    return FaultSummary.of(fault, without, outcomes);
  }

  private Outcome once(FaultRun run, Fault fault, long seedOfTheRun) throws InterruptedException {
    try (var site = new CitySite(console, run::breakOff)) {
      if (keep) {
        site.keep();
      }
      try {
        Outcome outcome = run.of(fault, seedOfTheRun, site.directory());
        if (run == whole && !outcome.violations().isEmpty()) {
          site.keep();
        }
        return outcome;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        // Why it broke off is in its logs.
        site.keep();
        console.narrate(
            "%s broke off and counts as not run. All its processes were ended. Repeat it with: ./shop faults %s --seed %s",
            fault.name(), fault.name(), seedOfTheRun);
        console.narrate("  Why: " + (e instanceof CouldNotRun ? e.getMessage() : e));
        return Outcome.brokenOff(seedOfTheRun);
      }
    }
  }
}
