package com.gopher.lab.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The city that a fault needs.
 *
 * @param trackers how many; with more than one their database is a process of its own
 * @param settings environment variables for shop and trackers
 * @param sabotage of the shop ({@code shop}) and of all trackers ({@code tracker}), by name
 * @param inOrder false if the fault itself is that the topics are out of order
 * @param topics what they can be judged by when the fault is over
 * @param restoresShop true if the fault itself is that the shop forgets what it has not announced
 * @param diskMegabytes the size of a file system of its own; 0 if it needs none
 */
record CityConfig(
    int trackers,
    Map<String, String> settings,
    Map<String, List<String>> sabotage,
    boolean inOrder,
    Topics topics,
    boolean restoresShop,
    int diskMegabytes) {

  /** One tracker, and nothing harmed. */
  static CityConfig plain() {
    return new CityConfig(1, Map.of(), Map.of(), true, Topics.WHOLE, false, 0);
  }

  /** A city that has what both need. */
  CityConfig and(CityConfig other) {
    var all = new LinkedHashMap<>(settings);
    all.putAll(other.settings);
    var harmed = new LinkedHashMap<>(sabotage);
    other.sabotage.forEach(
        (process, names) ->
            harmed.merge(
                process,
                names,
                (some, more) -> Stream.concat(some.stream(), more.stream()).distinct().toList()));
    return new CityConfig(
        Math.max(trackers, other.trackers),
        all,
        harmed,
        inOrder && other.inOrder,
        topics.and(other.topics),
        restoresShop || other.restoresShop,
        Math.max(diskMegabytes, other.diskMegabytes));
  }

  CityConfig trackers(int number) {
    return new CityConfig(number, settings, sabotage, inOrder, topics, restoresShop, diskMegabytes);
  }

  CityConfig with(String variable, String value) {
    var more = new LinkedHashMap<>(settings);
    more.put(variable, value);
    return new CityConfig(trackers, more, sabotage, inOrder, topics, restoresShop, diskMegabytes);
  }

  CityConfig harming(String process, String... names) {
    var more = new LinkedHashMap<>(sabotage);
    more.put(process, List.of(names));
    return new CityConfig(trackers, settings, more, inOrder, topics, restoresShop, diskMegabytes);
  }

  CityConfig outOfOrder() {
    return new CityConfig(trackers, settings, sabotage, false, topics, restoresShop, diskMegabytes);
  }

  CityConfig judgedBy(Topics what) {
    return new CityConfig(trackers, settings, sabotage, inOrder, what, restoresShop, diskMegabytes);
  }

  CityConfig onDiskOf(int megabytes) {
    return new CityConfig(trackers, settings, sabotage, inOrder, topics, restoresShop, megabytes);
  }

  CityConfig restoringShop() {
    return new CityConfig(trackers, settings, sabotage, inOrder, topics, true, diskMegabytes);
  }
}
