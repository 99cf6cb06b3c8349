package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NEVER;
import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import com.gopher.lab.topic.TopicReader;
import com.gopher.lab.topic.TopicRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the trackers do to the parcels: in the table that they share, and in what they announce. */
final class ParcelSteps {

  static final String SHIPMENTS =
      "extracted-tracker/src/main/java/com/gotracker/shipping/Shipments.java";

  private final TopicReader topics;
  private final SharedDatabase database;
  private final Bakeries bakeries;
  private final Map<String, Integer> shippedBy = new HashMap<>();

  ParcelSteps(TopicReader topics, SharedDatabase database, Bakeries bakeries) {
    this.topics = topics;
    this.database = database;
    this.bakeries = bakeries;
  }

  /** How many parcels each tracker has shipped, by its number from 1. */
  Map<Integer, Long> shippedBy() {
    return shippedBy.values().stream()
        .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
  }

  /**
   * Waits until that number of parcels have reached the status, each once.
   *
   * @throws Failed if one has got it more than once, or they have not in time
   */
  void await(String status, int parcels) throws Failed, InterruptedException {
    if (!Patience.await(() -> look(status, parcels))) {
      Optional<TopicRecord> repeated = repeated(announced());
      throw new Failed(repeated.isPresent() ? twice(repeated.get()) : tooFew(status, parcels));
    }
  }

  /** The table first: the topic is read when the table says that it is worth it. */
  private Patience.Look look(String status, int parcels) throws InterruptedException {
    noteWhoShipped();
    int reached = database.count("tracker.shipment WHERE %s_at IS NOT NULL".formatted(status));
    if (reached < parcels || database.count("tracker.outbox") > 0) {
      return NOT_YET;
    }
    List<TopicRecord> announced = announced();
    if (repeated(announced).isPresent()) {
      return NEVER;
    }
    return count(status, announced) >= parcels ? TRUE : NOT_YET;
  }

  private void noteWhoShipped() throws InterruptedException {
    List<List<String>> rows =
        database.run(
            "SELECT order_id, %s FROM tracker.shipment WHERE status = 'SHIPPED'"
                .formatted(Bakeries.shippedBy()));
    rows.forEach(row -> shippedBy.put(row.get(0), Integer.parseInt(row.get(1))));
  }

  private List<TopicRecord> announced() {
    return topics.read(TopicReader.SHIPMENTS);
  }

  private static long count(String status, List<TopicRecord> announced) {
    return announced.stream().filter(it -> it.status().equals(status)).count();
  }

  private static Optional<TopicRecord> repeated(List<TopicRecord> announced) {
    var seen = new HashSet<String>();
    return announced.stream().filter(it -> !seen.add(it.key() + " " + it.status())).findFirst();
  }

  private Failure twice(TopicRecord announced) {
    return new Failure(
        "Each step of a parcel happens once, however many trackers there are.",
        // Not which step: that is chance, and the page shows what everybody sees.
        "A step of the parcel of the order %s was announced more than once: several clocks had found it due at the same time."
            .formatted(announced.key()),
        SHIPMENTS,
        "The database can keep a row that one transaction has found from the others until it ends: let lockDue lock what it finds. What one process remembers or locks is unknown to the next.",
        bakeries.log());
  }

  private Failure tooFew(String status, int parcels) throws InterruptedException {
    return new Failure(
        "A parcel whose time has come moves on.",
        "Of %s parcels %s were announced as %s within 15 s; in the table %s are PREPARING and %s SHIPPED."
            .formatted(
                parcels,
                count(status, announced()),
                status,
                database.count("tracker.shipment WHERE status = 'PREPARING'"),
                database.count("tracker.shipment WHERE status = 'SHIPPED'")),
        SHIPMENTS,
        "A clock that could not move what it found has to find it again at its next tick. The trackers' logs are below.",
        bakeries.log());
  }
}
