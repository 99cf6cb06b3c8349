package com.gopher.cli.command;

import com.gopher.cli.command.OrderRanges.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares shop and tracker order by order. What differs at the first look may be on its way from
 * one to the other: it is looked at again, and is a difference only if both sides have stayed as
 * they are for the whole grace period.
 */
final class OrderReconciliation {

  private static final long POLL_MILLIS = 500;

  /** What still changes after so many grace periods is busy, and not different. */
  private static final int PATIENCE = 3;

  private final OrderRanges ranges;
  private final Duration grace;

  OrderReconciliation(OrderRanges ranges, Duration grace) {
    this.ranges = ranges;
    this.grace = grace;
  }

  /**
   * What was found.
   *
   * @param compared how many orders
   * @param shipsItself how many of them the shop ships itself
   * @param differences that have stayed
   * @param pending how many orders still changed when the patience was over
   */
  record Found(long compared, long shipsItself, List<OrderDifference> differences, long pending) {

    boolean isClean() {
      return differences.isEmpty() && pending == 0;
    }
  }

  private record Suspect(OrderDifference difference, long since) {}

  Found run() throws InterruptedException {
    List<Range> dirty = ranges.differing();
    long compared = ranges.compared();
    long shipsItself = ranges.shipsItself();
    Map<String, Suspect> suspects = new LinkedHashMap<>();
    for (Range range : dirty) {
      long now = System.nanoTime();
      ranges.differences(range).forEach((id, it) -> suspects.put(id, new Suspect(it, now)));
    }
    long end = System.nanoTime() + grace.multipliedBy(PATIENCE).toNanos();
    while (suspects.values().stream().anyMatch(it -> !hasStayed(it)) && System.nanoTime() < end) {
      Thread.sleep(POLL_MILLIS);
      look(dirty, suspects);
    }
    List<OrderDifference> differences =
        suspects.values().stream().filter(this::hasStayed).map(Suspect::difference).toList();
    return new Found(compared, shipsItself, differences, suspects.size() - differences.size());
  }

  /** What is new since the first look is younger than the grace period, and left out. */
  private void look(List<Range> dirty, Map<String, Suspect> suspects) {
    Map<String, OrderDifference> present = new LinkedHashMap<>();
    var stillDirty = new ArrayList<Range>();
    for (Range range : dirty) {
      Map<String, OrderDifference> differences = ranges.differences(range);
      present.putAll(differences);
      if (differences.keySet().stream().anyMatch(suspects::containsKey)) {
        stillDirty.add(range);
      }
    }
    dirty.retainAll(stillDirty);
    suspects.keySet().retainAll(present.keySet());
    suspects.replaceAll(
        (id, suspect) ->
            suspect.difference().equals(present.get(id))
                ? suspect
                : new Suspect(present.get(id), System.nanoTime()));
  }

  private boolean hasStayed(Suspect suspect) {
    return System.nanoTime() - suspect.since() >= grace.toNanos();
  }
}
