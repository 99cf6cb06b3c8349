package com.gopher.lab.faults;

import com.gopher.lab.topic.TopicRecord;
import com.gopher.lab.topic.TopicRecord.Content;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that can be seen from outside when the city is quiet.
 *
 * @param accepted the orders the customers were promised
 * @param surprises answers that no customer should ever see
 * @param orders the shop's orders, by id
 * @param invoices the shop's invoices
 * @param parcels what the shop knows of parcels, by order
 * @param shipments what the tracker says of them, by order
 * @param ordersTopic what the shop has sent
 * @param shipmentsTopic what the tracker has sent
 * @param deadLetters of both topics
 * @param poison what was sent by hand
 * @param failures requests that were not answered, or turned away for another reason than that the
 *     shop had too much to do
 * @param longestSeconds how long the slowest answer took
 */
record Observed(
    Set<String> accepted,
    Set<String> surprises,
    Map<String, String> orders,
    List<Invoice> invoices,
    Map<String, Parcel> parcels,
    Map<String, Parcel> shipments,
    List<TopicRecord> ordersTopic,
    List<TopicRecord> shipmentsTopic,
    List<TopicRecord> deadLetters,
    Set<Content> poison,
    long failures,
    double longestSeconds) {

  record Invoice(String order, boolean isCredited) {}

  /** A parcel as either side shows it. */
  record Parcel(String trackingNumber, String status, List<Step> history) {}

  record Step(String status, Instant at) {}

  /**
   * The same, as a shop is judged that was restored from a copy: what it has announced was
   * promised, and a customer may be told that there is no such order.
   */
  Observed ofWhatWasAnnounced() {
    Set<String> announced =
        ordersTopic.stream()
            .map(TopicRecord::key)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new Observed(
        announced,
        surprises.stream().filter(it -> !it.contains(" 404 ")).collect(Collectors.toSet()),
        orders,
        invoices,
        parcels,
        shipments,
        ordersTopic,
        shipmentsTopic,
        deadLetters,
        poison,
        failures,
        longestSeconds);
  }

  /**
   * Who decides about each order, as all records about it say: one, if all is well. Of orders whose
   * records are lost nothing is known.
   */
  Map<String, Set<String>> deciders() {
    return ordersTopic.stream()
        .filter(
            found -> found.json().path("decider").isString() && !poison.contains(found.content()))
        .collect(
            Collectors.groupingBy(
                found -> "" + found.key(),
                Collectors.mapping(
                    found -> found.json().path("decider").asString(),
                    Collectors.toCollection(TreeSet::new))));
  }

  /** How many records of the topic lie there not for the first time. */
  static long repeats(List<TopicRecord> topic) {
    var known = new HashSet<String>();
    return topic.stream()
        .filter(found -> found.sequence() > 0)
        .filter(found -> !known.add(found.key() + ":" + found.sequence()))
        .count();
  }

  /** How many records came for the first time after a later one of their order. */
  static long overtaken(List<TopicRecord> topic) {
    var latest = new HashMap<String, Long>();
    var known = new HashSet<String>();
    long overtaken = 0;
    for (TopicRecord found : topic) {
      if (found.sequence() > 0 && known.add(found.key() + ":" + found.sequence())) {
        long before = latest.merge("" + found.key(), found.sequence(), Math::max);
        if (before > found.sequence()) {
          overtaken++;
        }
      }
    }
    return overtaken;
  }
}
