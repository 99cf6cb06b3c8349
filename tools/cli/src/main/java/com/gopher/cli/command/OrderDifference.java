package com.gopher.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order of which shop and tracker know different things.
 *
 * @param kinds in what they differ
 * @param shop what the shop knows; null if it has no such order
 * @param tracker what the tracker knows; null if it has no shipment of it
 */
record OrderDifference(
    String id, List<Kind> kinds, @Nullable KnownRow shop, @Nullable KnownRow tracker) {

  /** In what two can differ. */
  enum Kind {
    missing("the tracker does not know it"),
    extra("the shop does not know it"),
    decider("another decider"),
    state("another state"),
    tracking_number("another tracking number"),
    sequence("another sequence of the order"),
    times("other times of the same states");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String inWords() {
      return words;
    }
  }

  /** Empty if both know the same, as far as both can. */
  static Optional<OrderDifference> between(
      String id, @Nullable KnownRow shop, @Nullable KnownRow tracker) {
    List<Kind> kinds = kinds(shop, tracker);
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new OrderDifference(id, kinds, shop, tracker));
  }

  private static List<Kind> kinds(@Nullable KnownRow shop, @Nullable KnownRow tracker) {
    if (tracker == null) {
      return shop == null ? List.of() : List.of(Kind.missing);
    }
    if (shop == null) {
      return List.of(Kind.extra);
    }
    if (!shop.decider().equals(tracker.decider())) {
      return List.of(Kind.decider);
    }
    var kinds = new ArrayList<Kind>();
    add(kinds, Kind.state, !shop.state().equals(tracker.state()));
    add(kinds, Kind.tracking_number, !shop.trackingNumber().equals(tracker.trackingNumber()));
    add(kinds, Kind.sequence, shop.sequence() != tracker.sequence());
    add(kinds, Kind.times, haveOtherTimes(shop.times(), tracker.times()));
    return List.copyOf(kinds);
  }

  private static void add(List<Kind> kinds, Kind kind, boolean differs) {
    if (differs) {
      kinds.add(kind);
    }
  }

  /** Of the states whose times both know: one that has lost its data knows fewer. */
  private static boolean haveOtherTimes(Map<String, Long> shop, Map<String, Long> tracker) {
    return shop.entrySet().stream()
        .anyMatch(it -> !it.getValue().equals(tracker.getOrDefault(it.getKey(), it.getValue())));
  }

  String inWords() {
    return "%s: %s (shop: %s; tracker: %s)"
        .formatted(
            id,
            String.join(", ", kinds.stream().map(Kind::inWords).toList()),
            shop == null ? "-" : shop.inWords(),
            tracker == null ? "-" : tracker.inWords());
  }
}
