package com.gopher.lab.faults;

import com.gopher.lab.faults.Observed.Invoice;
import com.gopher.lab.faults.Observed.Parcel;
import com.gopher.lab.faults.Observed.Step;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Looks at the city from outside: through its interfaces, and into the topics. */
final class Observer {

  private static final Set<String> ENDS = Set.of("DELIVERED", "CANCELLED");

  private final Scene scene;
  private final Ledger ledger;

  Observer(Scene scene, Ledger ledger) {
    this.scene = scene;
    this.ledger = ledger;
  }

  /**
   * What is under way, between the parts or inside them.
   *
   * @param openOrders neither delivered nor cancelled, or promised and not there
   * @param unsent records in both outboxes
   * @param unfinished event publications inside the shop
   * @param unread records of both topics
   */
  record Unrest(long openOrders, long unsent, long unfinished, long unread) {

    static final Unrest NONE = new Unrest(0, 0, 0, 0);
  }

  Unrest unrest() throws Exception {
    Map<String, String> orders;
    try (var shop = new Api(scene.shop())) {
      orders = orders(shop);
    }
    long open =
        orders.values().stream().filter(status -> !ENDS.contains(status)).count()
            + ledger.orders().stream().filter(id -> !orders.containsKey(id)).count();
    RunningProcess shop = scene.process(Scene.SHOP);
    long unsent = count(shop, "outbox", "backlog");
    for (RunningProcess tracker : scene.trackers()) {
      unsent += count(tracker, "outbox", "backlog");
    }
    return new Unrest(
        open,
        unsent,
        count(shop, "publications", "total"),
        scene.road().lag(Road.TRACKERS, Road.ORDERS) + scene.road().lag(Road.SHOP, Road.SHIPMENTS));
  }

  /** Returns when nothing is under way, or nothing has changed for so long. */
  void awaitQuiet(Duration patience) throws InterruptedException {
    var last = new AtomicReference<Unrest>();
    boolean moves = true;
    while (moves && !Unrest.NONE.equals(last.get())) {
      Unrest before = last.get();
      moves =
          scene.await(
              patience,
              () -> {
                Unrest now = unrest();
                last.set(now);
                return !now.equals(before);
              });
    }
  }

  private static long count(RunningProcess process, String endpoint, String field)
      throws IOException {
    try (var management = new Api(Objects.requireNonNull(process.managementUrl()))) {
      return management.get("/actuator/" + endpoint).path(field).asLong();
    }
  }

  Observed look() throws IOException {
    Map<String, String> orders;
    var invoices = new ArrayList<Invoice>();
    try (var shop = new Api(scene.shop())) {
      orders = orders(shop);
      for (JsonNode invoice : shop.all("/api/invoices")) {
        invoices.add(
            new Invoice(invoice.path("orderId").asString(), invoice.path("creditNote").isObject()));
      }
    }
    var deadLetters = new ArrayList<RoadRecord>();
    deadLetters.addAll(scene.road().read(Road.deadLetters(Road.ORDERS)));
    deadLetters.addAll(scene.road().read(Road.deadLetters(Road.SHIPMENTS)));
    return new Observed(
        ledger.orders(),
        ledger.surprises(),
        orders,
        invoices,
        parcels(scene.process(Scene.SHOP), orders.keySet()),
        parcels(scene.process(Scene.TRACKER), orders.keySet()),
        scene.road().read(Road.ORDERS),
        scene.road().read(Road.SHIPMENTS),
        deadLetters,
        scene.poison());
  }

  private static Map<String, String> orders(Api shop) throws IOException {
    return shop.all("/api/orders").stream()
        .collect(
            Collectors.toMap(
                order -> order.path("id").asString(), order -> order.path("status").asString()));
  }

  private static Map<String, Parcel> parcels(RunningProcess side, Set<String> orders)
      throws IOException {
    var parcels = new HashMap<String, Parcel>();
    try (var api = new Api(side.url())) {
      for (String id : orders) {
        api.find("/api/tracking/" + id).ifPresent(parcel -> parcels.put(id, parcel(parcel)));
      }
    }
    return parcels;
  }

  private static Parcel parcel(JsonNode parcel) {
    List<Step> history = new ArrayList<>();
    parcel
        .path("history")
        .forEach(
            step ->
                history.add(
                    new Step(
                        step.path("status").asString(),
                        Instant.parse(step.path("at").asString()))));
    return new Parcel(
        parcel.path("trackingNumber").asString(), parcel.path("status").asString(), history);
  }
}
