package com.gopher.lab.faults;

import com.gopher.lab.faults.Observed.Invoice;
import com.gopher.lab.faults.Observed.Parcel;
import com.gopher.lab.faults.Observed.Step;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.system.Waiting;
import com.gopher.lab.topic.TopicReader;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Looks at the city from outside: through its interfaces, and into the topics. */
final class CityObserver {

  private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED");

  /** A look at all orders and both topics is work for those whose rest is waited for. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final CityUnderTest city;
  private final Set<String> promised;
  private final AcceptedOrders accepted;

  /**
   * @param promised the orders that customers were promised since the city stands
   * @param accepted what the last customers remember
   */
  CityObserver(CityUnderTest city, Set<String> promised, AcceptedOrders accepted) {
    this.city = city;
    this.promised = promised;
    this.accepted = accepted;
  }

  /**
   * What is under way, between the parts or inside them.
   *
   * @param openOrders neither delivered nor cancelled, or promised and not there
   * @param unsent records in both outboxes
   * @param unfinished event publications inside the shop, but for those that cannot be read
   * @param unread records of both topics
   */
  record Unrest(long openOrders, long unsent, long unfinished, long unread) {

    static final Unrest NONE = new Unrest(0, 0, 0, 0);
  }

  Unrest unrest() throws Exception {
    Map<String, String> orders;
    try (var shop = new JsonApi(city.frontDoor())) {
      orders = orders(shop);
    }
    long open =
        orders.values().stream().filter(status -> !ENDS.contains(status)).count()
            + promised.stream().filter(id -> !orders.containsKey(id)).count();
    RunningProcess shop = city.process(City.SHOP);
    long unsent = count(shop, "outbox", "backlog");
    for (RunningProcess tracker : city.trackers()) {
      unsent += count(tracker, "outbox", "backlog");
    }
    return new Unrest(
        open,
        unsent,
        unfinished(shop),
        city.topics().lag(TopicReader.TRACKERS, TopicReader.ORDERS)
            + city.topics().lag(TopicReader.SHOP, TopicReader.SHIPMENTS));
  }

  /** Returns when nothing is under way, or nothing has changed for so long. */
  void awaitQuiet(Duration patience) throws InterruptedException {
    var last = new AtomicReference<Unrest>();
    boolean moves = true;
    while (moves && !Unrest.NONE.equals(last.get())) {
      Unrest before = last.get();
      moves =
          Waiting.until(
              patience,
              BETWEEN_LOOKS,
              () -> {
                Unrest now = unrest();
                last.set(now);
                return !now.equals(before);
              });
    }
  }

  private static long unfinished(RunningProcess shop) throws IOException {
    try (var management = new JsonApi(shop.managementUrl())) {
      JsonNode publications = management.get("/actuator/publications");
      return publications.path("total").asLong() - unreadable(publications);
    }
  }

  /** How many of the event publications that the shop lists cannot be read. */
  static long unreadable(JsonNode publications) {
    return publications
        .path("items")
        .valueStream()
        .filter(item -> item.path("reason").isString())
        .count();
  }

  private static long count(RunningProcess process, String endpoint, String field)
      throws IOException {
    try (var management = new JsonApi(process.managementUrl())) {
      return management.get("/actuator/" + endpoint).path(field).asLong();
    }
  }

  Observed look() throws IOException {
    Map<String, String> orders;
    var invoices = new ArrayList<Invoice>();
    try (var shop = new JsonApi(city.frontDoor())) {
      orders = orders(shop);
      for (JsonNode invoice : shop.all("/api/invoices")) {
        invoices.add(
            new Invoice(invoice.path("orderId").asString(), invoice.path("creditNote").isObject()));
      }
    }
    TopicReader topics = city.topics();
    var deadLetters = new ArrayList<>(topics.read(TopicReader.deadLetters(TopicReader.ORDERS)));
    deadLetters.addAll(topics.read(TopicReader.deadLetters(TopicReader.SHIPMENTS)));
    return new Observed(
        promised,
        accepted.surprises(),
        orders,
        invoices,
        parcels(city.process(City.SHOP), orders.keySet()),
        parcels(city.process(City.TRACKER), orders.keySet()),
        topics.read(TopicReader.ORDERS),
        topics.read(TopicReader.SHIPMENTS),
        deadLetters,
        city.poison(),
        accepted.failures(),
        accepted.longestSeconds());
  }

  private static Map<String, String> orders(JsonApi shop) throws IOException {
    return shop.all("/api/orders").stream()
        .collect(
            Collectors.toMap(
                order -> order.path("id").asString(), order -> order.path("status").asString()));
  }

  private static Map<String, Parcel> parcels(RunningProcess side, Set<String> orders)
      throws IOException {
    var parcels = new HashMap<String, Parcel>();
    try (var api = new JsonApi(side.url())) {
      for (String id : orders) {
        api.find("/api/tracking/" + id).ifPresent(parcel -> parcels.put(id, parcel(parcel)));
      }
    }
    return parcels;
  }

  private static Parcel parcel(JsonNode parcel) {
    List<Step> history =
        parcel
            .path("history")
            .valueStream()
            .map(
                step ->
                    new Step(
                        step.path("status").asString(), Instant.parse(step.path("at").asString())))
            .toList();
    return new Parcel(
        parcel.path("trackingNumber").asString(), parcel.path("status").asString(), history);
  }
}
