package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the shop for its open orders, page by page, and the tracker what it knows of each page. Both
 * answer for themselves; neither needs to know where the other is.
 */
final class Reconciler {

  /** Longer than a record takes when nothing is wrong. */
  static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private static final int AT_ONCE = 1_000;

  private final Management management;
  private final Clock clock;

  Reconciler(Management management, Clock clock) {
    this.management = management;
    this.clock = clock;
  }

  /**
   * Empty if there are not both of them, or one of them is too old to be asked.
   *
   * @param processes those that are ready
   */
  Optional<Reconciliation> of(List<RunningProcess> processes) {
    Optional<RunningProcess> shop = named(processes, City.SHOP);
    Optional<RunningProcess> tracker = processes.stream().filter(City::isTracker).findFirst();
    if (shop.isEmpty() || tracker.isEmpty()) {
      return Optional.empty();
    }
    return compare(shop.get(), tracker.get());
  }

  private Optional<Reconciliation> compare(RunningProcess shop, RunningProcess tracker) {
    Instant overdueBefore = clock.instant().minus(UNDER_WAY);
    var differing = new ArrayList<String>();
    long open = 0;
    long unknown = 0;
    long missed = 0;
    long overdue = 0;
    String last = "";
    int size;
    Optional<JsonNode> first = management.find(shop, "openorders");
    CompletableFuture<Optional<JsonNode>> next = CompletableFuture.completedFuture(first);
    do {
      Optional<JsonNode> page = arrived(next);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      Map<String, Long> heard = new LinkedHashMap<>();
      Map<String, Instant> placed = new HashMap<>();
      for (JsonNode order : page.get().path("items")) {
        last = order.path("id").asString();
        heard.put(last, order.path("heard").asLong());
        placed.put(last, Instant.parse(order.path("placedAt").asString()));
      }
      size = heard.size();
      if (size == AT_ONCE) {
        // While the tracker looks at this page: two processes that do not wait for each other.
        String query = "openorders?after=" + last;
        next = CompletableFuture.supplyAsync(() -> management.find(shop, query));
      }
      Optional<JsonNode> answer = size == 0 ? Optional.empty() : asked(tracker, heard);
      if (size > 0 && answer.isEmpty()) {
        return Optional.empty();
      }
      List<String> notKnown = ids(answer, "unknown");
      List<String> notHeard = ids(answer, "missed");
      open += size;
      unknown += notKnown.size();
      missed += notHeard.size();
      for (String id : joined(notKnown, notHeard)) {
        differing.add(id);
        overdue += placed.get(id).isBefore(overdueBefore) ? 1 : 0;
      }
    } while (size == AT_ONCE);
    return Optional.of(new Reconciliation(open, unknown, missed, overdue, differing));
  }

  /**
   * Has the shop announce orders again.
   *
   * @return how many were still open, and so were announced
   */
  long resend(RunningProcess shop, List<String> ids) {
    long announced = 0;
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> page = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      String body = JsonMapper.shared().writeValueAsString(Map.of("ids", String.join(",", page)));
      announced += management.post(shop, "openorders", body).path("announced").asLong();
    }
    return announced;
  }

  private static Optional<JsonNode> arrived(CompletableFuture<Optional<JsonNode>> page) {
    try {
      return page.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CouldNotRun sentence ? sentence : e;
    }
  }

  private Optional<JsonNode> asked(RunningProcess tracker, Map<String, Long> heard) {
    String orders =
        heard.entrySet().stream()
            .map(order -> order.getKey() + ":" + order.getValue())
            .collect(Collectors.joining(","));
    return management.ask(
        tracker, "shipments", JsonMapper.shared().writeValueAsString(Map.of("orders", orders)));
  }

  private static List<String> ids(Optional<JsonNode> answer, String field) {
    var ids = new ArrayList<String>();
    answer.ifPresent(it -> it.path(field).forEach(id -> ids.add(id.asString())));
    return ids;
  }

  private static List<String> joined(List<String> one, List<String> other) {
    var both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static Optional<RunningProcess> named(List<RunningProcess> processes, String name) {
    return processes.stream().filter(process -> process.name().equals(name)).findFirst();
  }
}
