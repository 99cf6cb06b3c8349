package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks shop and tracker for what they know of ranges of orders: for a digest of each, and for the
 * rows of those whose digests differ. Both work on each at the cost of the customers' orders. So
 * there are few ranges, for a question costs as much as the hundreds of orders that it is about,
 * and between two of them nothing is asked for several times as long as the last one took: the
 * longer it takes beside the orders, the longer they have the processors afterwards.
 */
final class OrderRanges {

  private static final int AT_ONCE = 1_000;

  /** Pauses are at least so many times as long as the range before them. */
  private static final int PAUSE_RATIO = 8;

  /** After each of the hundred ranges of 100,000 orders, these pauses together last 20 s. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

  /** Whoever waits for an answer that long does so because something else is wrong. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final String LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final Management management;
  private final RunningProcess shop;
  private final RunningProcess tracker;

  private long compared;
  private long shipsItself;

  OrderRanges(Management management, RunningProcess shop, RunningProcess tracker) {
    this.management = management;
    this.shop = shop;
    this.tracker = tracker;
  }

  /**
   * A range of ids of orders.
   *
   * @param after an id before the range; an empty text for the first
   * @param to the last id of the range
   */
  record Range(String after, String to) {

    static final Range ALL = new Range("", LAST);

    private String query() {
      return (after.isEmpty() ? "?" : "?after=" + after + "&") + "to=" + to;
    }
  }

  /** How many orders were compared. */
  long compared() {
    return compared;
  }

  /** How many of them the shop ships itself. */
  long shipsItself() {
    return shipsItself;
  }

  /** The ranges in which shop and tracker know different things. */
  List<Range> differing() throws InterruptedException {
    var differing = new ArrayList<Range>();
    Range rest = Range.ALL;
    boolean isLast = false;
    while (!isLast) {
      long begin = System.nanoTime();
      JsonNode here = ask(shop, "reconciliation/digest", rest);
      Range range = new Range(rest.after(), here.path("end").asString());
      JsonNode there = ask(tracker, "shipments/digest", range);
      compared += here.path("orders").asLong();
      shipsItself += here.path("shipsItself").asLong();
      if (!here.path("digest").asString("-").equals(there.path("digest").asString(""))) {
        differing.add(range);
      }
      isLast = range.to().equals(LAST);
      rest = new Range(range.to(), LAST);
      if (!isLast) {
        Thread.sleep(pauseAfter(Duration.ofNanos(System.nanoTime() - begin)).toMillis());
      }
    }
    return differing;
  }

  static Duration pauseAfter(Duration range) {
    Duration pause = range.multipliedBy(PAUSE_RATIO);
    if (pause.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** The orders of a range of which both know different things at this moment, by their ids. */
  Map<String, OrderDifference> differences(Range range) {
    // The shop is asked first: what the tracker does not know yet then is missing for a moment.
    Map<String, KnownRow> here = rows(shop, "reconciliation/rows", range);
    Map<String, KnownRow> there = rows(tracker, "shipments/rows", range);
    Set<String> ids = new LinkedHashSet<>(here.keySet());
    ids.addAll(there.keySet());
    var differences = new LinkedHashMap<String, OrderDifference>();
    for (String id : ids) {
      OrderDifference.between(id, here.get(id), there.get(id))
          .ifPresent(it -> differences.put(id, it));
    }
    return differences;
  }

  /**
   * Has the shop announce orders again; the tracker then tells what it knows of its own.
   *
   * @return how many the shop knows, and so were announced
   */
  long announceAgain(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    long announced = 0;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> page = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      String body = JsonMapper.shared().writeValueAsString(Map.of("ids", String.join(",", page)));
      announced +=
          management.post(shop, "reconciliation/announced", body).path("announced").asLong();
    }
    return announced;
  }

  private Map<String, KnownRow> rows(RunningProcess process, String endpoint, Range range) {
    var rows = new LinkedHashMap<String, KnownRow>();
    Range rest = range;
    while (true) {
      JsonNode page = ask(process, endpoint, rest);
      page.path("items")
          .forEach(it -> rows.merge(it.path("id").asString(), KnownRow.of(it), KnownRow::twice));
      String end = page.path("end").asString(range.to());
      if (end.equals(range.to())) {
        return rows;
      }
      rest = new Range(end, range.to());
    }
  }

  private JsonNode ask(RunningProcess process, String endpoint, Range range) {
    return management
        .find(process, endpoint + range.query())
        .orElseThrow(
            () ->
                new CouldNotRun(
                    "The %s does not know this question: it is of an older build, or without Kafka. Nothing was changed.",
                    process.name()));
  }
}
