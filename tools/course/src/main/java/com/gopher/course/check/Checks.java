package com.gopher.course.check;

import com.gopher.course.state.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which checks belong to which checkpoint, and for how long each holds. */
final class Checks {

  /**
   * @param from the slug of the checkpoint that it judges
   * @param until the slug of the first checkpoint at which it no longer holds; empty if there is
   *     none
   */
  private record Entry(String from, String until, Check.Kind kind, Check check) {}

  private static final List<String> ORDER =
      List.of(
          "hall",
          "walls",
          "messengers",
          "locks",
          "contract",
          "building",
          "moving",
          "drill",
          "bakeries",
          "worth",
          "wing");

  private static final List<Entry> ALL =
      List.of(
          new Entry("hall", "wing", Check.Kind.JOURNEY, new JourneyCheck()),
          new Entry("walls", "", Check.Kind.STRUCTURE, new ModulesCheck()),
          new Entry("messengers", "wing", Check.Kind.OPERATION, new BrokenBillingCheck()),
          new Entry("locks", "", Check.Kind.STRUCTURE, new OwnershipCheck()),
          new Entry("locks", "", Check.Kind.STRUCTURE, new TransactionsCheck()),
          new Entry("locks", "wing", Check.Kind.OPERATION, new LocksCheck()),
          new Entry("contract", "wing", Check.Kind.OPERATION, new ContractCheck()),
          new Entry("building", "", Check.Kind.OPERATION, new BuildingCheck()),
          new Entry("moving", "wing", Check.Kind.OPERATION, new MovingCheck()),
          new Entry("moving", "", Check.Kind.JOURNEY, new CityJourneyCheck()),
          drill("broker-killed"),
          drill("shop-killed-before-send"),
          drill("tracker-killed-in-mid-batch"),
          drill("whole-topic-replayed"),
          drill("poison-among-good"),
          new Entry("bakeries", "", Check.Kind.OPERATION, new BakeriesCheck()),
          new Entry("worth", "wing", Check.Kind.STRUCTURE, new WorthCheck()),
          new Entry("wing", "", Check.Kind.STRUCTURE, new WingCheck()));

  private Checks() {}

  /** What was predicted holds for one fault, and no longer when the code has changed. */
  private static Entry drill(String fault) {
    return new Entry("drill", "bakeries", Check.Kind.OPERATION, new FaultCheck(fault));
  }

  /** True if a checkpoint of this slug can be judged. */
  static boolean judge(Checkpoint checkpoint) {
    return ALL.stream().anyMatch(it -> it.from().equals(checkpoint.slug()));
  }

  /** What judges the task of this checkpoint, and nothing before it. */
  static List<Check> own(Checkpoint checkpoint) {
    return ALL.stream()
        .filter(it -> it.from().equals(checkpoint.slug()))
        .map(Entry::check)
        .toList();
  }

  /** Those that start nothing of the learner's: what judges a save at once. */
  static List<Check> ofStructure(Checkpoint checkpoint) {
    return ALL.stream()
        .filter(it -> it.kind() == Check.Kind.STRUCTURE)
        .filter(it -> it.from().equals(checkpoint.slug()) || holds(it, checkpoint))
        .map(Entry::check)
        .toList();
  }

  /** The checkpoint's own checks, then the earlier ones of structure, then the journey. */
  static List<Check> of(Checkpoint checkpoint, boolean everyEarlierOne) {
    var structure = new ArrayList<Check>();
    var journey = new ArrayList<Check>();
    var operation = new ArrayList<Check>();
    for (Entry entry : ALL) {
      if (holds(entry, checkpoint)) {
        Map.of(
                Check.Kind.STRUCTURE, structure,
                Check.Kind.JOURNEY, journey,
                Check.Kind.OPERATION, operation)
            .get(entry.kind())
            .add(entry.check());
      }
    }
    var all = new ArrayList<>(own(checkpoint));
    all.addAll(structure);
    all.addAll(journey);
    if (everyEarlierOne) {
      all.addAll(operation);
    }
    return all;
  }

  /** True if the first checkpoint is the second one or comes before it. */
  static boolean isUpTo(String first, String second) {
    return ORDER.indexOf(first) <= ORDER.indexOf(second);
  }

  private static boolean holds(Entry entry, Checkpoint checkpoint) {
    int now = ORDER.indexOf(checkpoint.slug());
    return ORDER.indexOf(entry.from()) < now
        && (entry.until().isEmpty() || now < ORDER.indexOf(entry.until()));
  }
}
