package com.gopher.lab.faults;

import com.gopher.lab.faults.Observed.Invoice;
import com.gopher.lab.faults.Observed.Parcel;
import com.gopher.lab.faults.Observed.Step;
import com.gopher.lab.faults.Violation.Kind;
import com.gopher.lab.topic.TopicRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was seen with what must be true, whatever has happened. */
final class Invariants {

  private static final Map<String, Set<String>> NEXT_OF_AN_ORDER =
      Map.of(
          "PLACED", Set.of("CANCELLING", "CANCELLED", "SHIPPED", "DELIVERED"),
          "CANCELLING", Set.of("CANCELLED", "SHIPPED", "DELIVERED"),
          "SHIPPED", Set.of("DELIVERED"),
          "DELIVERED", Set.of(),
          "CANCELLED", Set.of());

  private static final Map<String, Set<String>> NEXT_OF_A_PARCEL =
      Map.of(
          "PREPARING", Set.of("SHIPPED", "DELIVERED", "CANCELLED"),
          "SHIPPED", Set.of("DELIVERED"),
          "DELIVERED", Set.of(),
          "CANCELLED", Set.of());

  private final Observed seen;
  private final boolean inOrder;
  private final Topics topics;
  private final Map<String, Set<String>> deciders;
  private final List<Violation> violations = new ArrayList<>();

  private Invariants(Observed seen, boolean inOrder, Topics topics) {
    this.seen = seen;
    this.inOrder = inOrder;
    this.topics = topics;
    this.deciders = seen.deciders();
  }

  /**
   * @param inOrder false if the topics were put out of order on purpose
   */
  static List<Violation> of(Observed seen, boolean inOrder) {
    return of(seen, inOrder, Topics.WHOLE);
  }

  /**
   * @param topics if records were lost on purpose, only the two sides are compared
   */
  static List<Violation> of(Observed seen, boolean inOrder, Topics topics) {
    var inspection = new Invariants(seen, inOrder, topics);
    inspection.inspect();
    return List.copyOf(inspection.violations);
  }

  private void inspect() {
    seen.surprises().forEach(surprise -> found(Kind.LOST, "a customer", surprise));
    seen.accepted().forEach(this::inspectOrder);
    inspectStrangers();
    inspectInvoices();
    if (topics != Topics.LOST) {
      inspectTopics();
    }
    inspectTrackingNumbers();
    inspectDeadLetters();
  }

  private void inspectTopics() {
    inspectTopic(seen.ordersTopic(), NEXT_OF_AN_ORDER, seen.orders(), topics == Topics.WHOLE);
    inspectTopic(
        seen.shipmentsTopic(),
        NEXT_OF_A_PARCEL,
        seen.shipments().entrySet().stream()
            .filter(it -> !isTheShops(it.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().status())),
        false);
  }

  /** True if the shop itself decides about the order; then the tracker has no part in it. */
  private boolean isTheShops(String id) {
    return deciders.getOrDefault(id, Set.of()).equals(Set.of("shop"));
  }

  /** Every accepted order comes to its end, with one shipment that came to the same end. */
  private void inspectOrder(String id) {
    Set<String> sides = deciders.getOrDefault(id, Set.of());
    if (sides.size() > 1) {
      found(Kind.DUPLICATED, id, "was decided about by " + String.join(" and ", sides));
    }
    String status = seen.orders().get(id);
    if (status == null) {
      found(Kind.LOST, id, "was accepted and is gone");
    } else if (!status.equals("DELIVERED") && !status.equals("CANCELLED")) {
      found(
          Kind.LOST,
          id,
          "came no further than %s; its parcel is %s at the tracker and %s in the shop"
              .formatted(
                  status, statusOf(seen.shipments().get(id)), statusOf(seen.parcels().get(id))));
    } else {
      inspectOutcome(id, status);
    }
    if (isTheShops(id)) {
      inspectParcelOfTheShop(id);
    } else {
      inspectShipmentOfTheTracker(id);
    }
  }

  private void inspectOutcome(String id, String status) {
    boolean isTheShops = isTheShops(id);
    Parcel parcel = (isTheShops ? seen.parcels() : seen.shipments()).get(id);
    if (parcel == null) {
      String holder = isTheShops ? "the shop" : "the tracker";
      found(Kind.LOST, id, "is %s and %s has no shipment of it".formatted(status, holder));
    } else if (!parcel.status().equals(status)) {
      found(Kind.DISORDERED, id, "is " + status + " and its shipment " + parcel.status());
    }
  }

  private void inspectParcelOfTheShop(String id) {
    Parcel parcel = seen.parcels().get(id);
    if (parcel != null) {
      inspectHistory(id, "the shop", parcel);
    }
    if (seen.shipmentsTopic().stream()
        .anyMatch(record -> id.equals(record.key()) && !isPoison(record))) {
      found(Kind.DUPLICATED, id, "is the shop's, and the tracker has a parcel for it as well");
    }
  }

  private void inspectShipmentOfTheTracker(String id) {
    Parcel shipment = seen.shipments().get(id);
    if (shipment == null) {
      return;
    }
    inspectHistory(id, "the tracker", shipment);
    Parcel copy = seen.parcels().get(id);
    if (copy == null) {
      found(Kind.LOST, id, "has a shipment that the shop has not heard of");
      return;
    }
    inspectHistory(id, "the shop", copy);
    if (!copy.trackingNumber().equals(shipment.trackingNumber())) {
      found(Kind.DUPLICATED, id, "has one parcel in the shop and another in the tracker");
    }
    if (!copy.history().equals(shipment.history())) {
      found(Kind.DISORDERED, id, "has one history in the shop and another in the tracker");
    }
  }

  private static String statusOf(@Nullable Parcel parcel) {
    return parcel == null ? "unknown" : parcel.status();
  }

  private void inspectHistory(String id, String where, Parcel parcel) {
    List<String> states = parcel.history().stream().map(Step::status).toList();
    if (Set.copyOf(states).size() < states.size()) {
      found(Kind.DUPLICATED, id, "has history entries twice in " + where + ": " + states);
    } else if (!isForward(states, NEXT_OF_A_PARCEL)) {
      found(Kind.DISORDERED, id, "went " + states + " in " + where);
    }
  }

  private static boolean isForward(List<String> states, Map<String, Set<String>> next) {
    for (int i = 1; i < states.size(); i++) {
      if (!next.getOrDefault(states.get(i - 1), Set.of()).contains(states.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Nothing exists that nobody ordered. */
  private void inspectStrangers() {
    var strangers = new TreeSet<>(seen.orders().keySet());
    strangers.removeAll(seen.accepted());
    strangers.forEach(id -> found(Kind.DUPLICATED, id, "is an order that nobody was promised"));
    seen.shipmentsTopic().stream()
        .filter(record -> !isPoison(record))
        .map(record -> String.valueOf(record.key()))
        .filter(id -> !seen.orders().containsKey(id))
        .distinct()
        .forEach(id -> found(Kind.DUPLICATED, id, "is a shipment that nobody ordered"));
  }

  /** One invoice for each order; a credit note for each that was cancelled, and no other. */
  private void inspectInvoices() {
    Map<String, List<Invoice>> invoices =
        seen.invoices().stream().collect(Collectors.groupingBy(Invoice::order));
    for (String id : seen.accepted()) {
      List<Invoice> own = invoices.getOrDefault(id, List.of());
      boolean cancelled = "CANCELLED".equals(seen.orders().get(id));
      if (own.isEmpty()) {
        found(Kind.LOST, id, "has no invoice");
      } else if (own.size() > 1) {
        found(Kind.DUPLICATED, id, "has " + own.size() + " invoices or credit notes");
      } else if (own.get(0).isCredited() != cancelled) {
        found(
            cancelled ? Kind.LOST : Kind.DUPLICATED,
            id,
            cancelled ? "was cancelled and has no credit note" : "has a credit note and arrived");
      }
    }
  }

  /** What a topic says of an order is one story, in its order and to its end. */
  private void inspectTopic(
      List<TopicRecord> topic,
      Map<String, Set<String>> next,
      Map<String, String> outcomes,
      boolean isGapless) {
    var byOrder = new LinkedHashMap<String, List<TopicRecord>>();
    for (TopicRecord record : topic) {
      if (!isPoison(record)) {
        byOrder.computeIfAbsent("" + record.key(), key -> new ArrayList<>()).add(record);
      }
    }
    byOrder.forEach((id, story) -> inspectStory(id, story, next));
    for (String id : seen.accepted()) {
      List<TopicRecord> story = byOrder.getOrDefault(id, List.of());
      inspectEnd(id, story, outcomes.get(id), isGapless);
    }
  }

  private void inspectStory(String id, List<TopicRecord> story, Map<String, Set<String>> next) {
    String topic = story.get(0).topic();
    var bySequence = new TreeMap<Long, TopicRecord>();
    long latest = 0;
    for (TopicRecord record : story) {
      TopicRecord before = bySequence.putIfAbsent(record.sequence(), record);
      if (before != null && !before.payload().equals(record.payload())) {
        found(
            Kind.DUPLICATED,
            id,
            "happened twice: %s has two different records of sequence %s"
                .formatted(topic, record.sequence()));
      }
      if (before == null && record.sequence() < latest && inOrder) {
        found(
            Kind.DISORDERED,
            id,
            "has sequence %s after %s in %s".formatted(record.sequence(), latest, topic));
      }
      latest = Math.max(latest, record.sequence());
    }
    List<String> states = bySequence.values().stream().map(TopicRecord::status).toList();
    if (!isForward(states, next)) {
      found(Kind.DISORDERED, id, "went " + states + " in " + topic);
    }
  }

  private void inspectEnd(
      String id, List<TopicRecord> story, @Nullable String outcome, boolean isGapless) {
    if (outcome == null) {
      return;
    }
    long sequences = story.stream().map(TopicRecord::sequence).distinct().count();
    long latest = story.stream().mapToLong(TopicRecord::sequence).max().orElse(0);
    if (story.stream().noneMatch(record -> record.status().equals(outcome))) {
      found(Kind.LOST, id, "is " + outcome + ", and no record says so");
    } else if (isGapless && sequences < latest) {
      found(Kind.LOST, id, "changed " + latest + " times, and " + sequences + " records say so");
    }
  }

  /** One parcel for one order. */
  private void inspectTrackingNumbers() {
    var numbers = new HashMap<String, Set<String>>();
    for (TopicRecord record : seen.shipmentsTopic()) {
      if (!isPoison(record)) {
        numbers
            .computeIfAbsent("" + record.key(), key -> new TreeSet<>())
            .add(record.json().path("trackingNumber").asString(""));
      }
    }
    numbers.forEach(
        (id, all) -> {
          if (all.size() > 1) {
            found(Kind.DUPLICATED, id, "has several parcels: " + all);
          }
        });
  }

  /** All the poison is in the dead letters, byte for byte, and nothing else. */
  private void inspectDeadLetters() {
    seen.deadLetters().stream()
        .filter(letter -> !isPoison(letter))
        .forEach(
            letter ->
                found(
                    Kind.LOST,
                    Objects.requireNonNullElse(letter.key(), "a record"),
                    "was set aside in " + letter.topic() + " and is no poison"));
    seen.poison().stream()
        .filter(
            poison ->
                seen.deadLetters().stream().noneMatch(letter -> letter.content().equals(poison)))
        .forEach(
            poison ->
                found(
                    Kind.LOST,
                    Objects.requireNonNullElse(poison.key(), "a record without a key"),
                    "is poison and not among the dead letters"));
  }

  private boolean isPoison(TopicRecord record) {
    return seen.poison().contains(record.content());
  }

  private void found(Kind kind, String subject, String what) {
    violations.add(new Violation(kind, subject, what));
  }
}
