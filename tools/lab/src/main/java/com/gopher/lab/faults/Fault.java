package com.gopher.lab.faults;

import com.gopher.launcher.console.CouldNotRun;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong while customers order and cancel. How it strikes, and how a run proves
 * that it did, stands in {@code faults.md} under its name.
 *
 * @param name as the user types it
 * @param config of the city that it strikes
 * @param control the same with a protection taken out, which the invariants must notice
 */
record Fault(String name, CityConfig config, Strike strike, @Nullable Control control) {

  /** Strikes, and takes the cause away again. */
  @FunctionalInterface
  interface Strike {
    FaultResult on(CityUnderTest city) throws Exception;
  }

  /**
   * A city without the protection against a fault.
   *
   * @param without which protection was taken out, in words
   * @param expected what must be found at the least
   */
  record Control(Fault fault, String without, Violation.Kind expected) {}

  static Fault of(String name, CityConfig config, Strike strike) {
    return new Fault(name, config, strike, null);
  }

  /**
   * @param harmed the city without the protection
   */
  Fault controlledIn(CityConfig harmed, String without, Violation.Kind expected) {
    return new Fault(
        name, config, strike, new Control(of(name, harmed, strike), without, expected));
  }

  /** How it strikes, in one sentence. */
  String how() {
    return FaultTexts.of(name).how();
  }

  /** How a run proves that it did, in one sentence. */
  String proof() {
    return FaultTexts.of(name).proof();
  }

  /** The same, striking another city. */
  Fault in(CityConfig other) {
    return new Fault(name, other, strike, null);
  }

  /**
   * Those of these names, in the order in which they are run.
   *
   * @throws CouldNotRun if a name is unknown
   */
  static List<Fault> called(List<String> names) {
    List<Fault> all = all();
    for (String name : names) {
      if (all.stream().noneMatch(fault -> fault.name().equals(name))) {
        throw new CouldNotRun(
            "There is no fault %s. Nothing was started. There are: %s",
            name, all.stream().map(Fault::name).collect(Collectors.joining(", ")));
      }
    }
    return all.stream().filter(fault -> names.contains(fault.name())).toList();
  }

  /** All there are, in the order in which they are run. */
  static List<Fault> all() {
    return Stream.of(
            ProcessFaults.all(),
            TopicFaults.all(),
            LostData.all(),
            RestoredShop.all(),
            ClientFaults.all(),
            FullDisk.all(),
            ChangingCity.all(),
            MovingFaults.all(),
            BackfillFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
