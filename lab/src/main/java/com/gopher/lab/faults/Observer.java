package com.gopher.lab.faults;

import com.gopher.lab.faults.Observed.Invoice;
import com.gopher.lab.faults.Observed.Parcel;
import com.gopher.lab.faults.Observed.Step;
import com.gopher.lab.process.RunningProcess;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Looks at the city from outside: through its interfaces, and into the topics. */
final class Observer {

  private final Scene scene;
  private final Ledger ledger;

  Observer(Scene scene, Ledger ledger) {
    this.scene = scene;
    this.ledger = ledger;
  }

  /**
   * True if every order has come to its end and nothing is under way, between the parts or inside
   * them.
   */
  boolean isQuiet() throws Exception {
    try (var shop = new Api(scene.shop())) {
      Map<String, String> orders = orders(shop);
      if (!orders.keySet().containsAll(ledger.orders())
          || !Set.of("DELIVERED", "CANCELLED").containsAll(orders.values())) {
        return false;
      }
    }
    var applications = new ArrayList<>(scene.trackers());
    RunningProcess shop = scene.process(Scene.SHOP);
    applications.add(shop);
    for (RunningProcess application : applications) {
      if (count(application, "outbox", "backlog") > 0) {
        return false;
      }
    }
    return count(shop, "publications", "total") == 0
        && scene.road().lag(Road.TRACKERS, Road.ORDERS) == 0
        && scene.road().lag(Road.SHOP, Road.SHIPMENTS) == 0;
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
