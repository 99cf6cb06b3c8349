package com.gopher.lab.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The city that a fault needs.
 *
 * @param trackers how many; with more than one their database is a process of its own
 * @param settings environment variables for shop and trackers
 * @param sabotage of the shop ({@code shop}) and of all trackers ({@code tracker}), by name
 * @param orderedOnTheRoad false if the fault itself is that the topics are out of order
 */
record Stage(
    int trackers,
    Map<String, String> settings,
    Map<String, List<String>> sabotage,
    boolean orderedOnTheRoad) {

  /** One tracker, and nothing harmed. */
  static Stage plain() {
    return new Stage(1, Map.of(), Map.of(), true);
  }

  Stage trackers(int number) {
    return new Stage(number, settings, sabotage, orderedOnTheRoad);
  }

  Stage with(String variable, String value) {
    var more = new LinkedHashMap<>(settings);
    more.put(variable, value);
    return new Stage(trackers, more, sabotage, orderedOnTheRoad);
  }

  Stage harming(String process, String... names) {
    var more = new LinkedHashMap<>(sabotage);
    more.put(process, List.of(names));
    return new Stage(trackers, settings, more, orderedOnTheRoad);
  }

  Stage disorderedOnTheRoad() {
    return new Stage(trackers, settings, sabotage, false);
  }
}
