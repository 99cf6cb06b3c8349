package com.gopher.lab.watch;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.DistributedMonolith;
import com.gopher.launcher.shape.FrontDoor;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What runs in one data directory: how it is, what waits in it, and the order sent to it last. */
final class WatchedShape implements AutoCloseable {

  /** Orders that were given up for a newer one, and whose streams have not ended yet. */
  private static final int MOST_EARLIER_ORDERS = 8;

  private static final int DYING_SECONDS = 20;

  private final DataDirectory data;
  private final Revival revival;
  private final AtomicBoolean reviving = new AtomicBoolean();
  private final Deque<FollowedOrder> earlier = new ArrayDeque<>();
  private @Nullable FollowedOrder order;
  private volatile List<Seen> seen = List.of();

  WatchedShape(DataDirectory data, Revival revival) {
    this.data = data;
    this.revival = revival;
  }

  /**
   * A process, and what waits in it.
   *
   * @param state dead, runs, ready, or runs and is not ready
   * @param outbox records that Kafka has not taken; null if it has no outbox, or does not say
   * @param listeners calls of listeners that wait; null if it has none, or does not say
   */
  record Seen(
      String name, long pid, String state, @Nullable Long outbox, @Nullable Long listeners) {}

  /**
   * What the page shows.
   *
   * @param door where clients arrive; null if nobody serves them
   * @param reviving true while what is dead is being started
   */
  record State(
      String directory,
      String shape,
      @Nullable URI door,
      boolean reviving,
      List<Seen> processes,
      FollowedOrder.@Nullable Progress order) {}

  synchronized State state() {
    return new State(
        data.root().toString(),
        shape(),
        FrontDoor.of(data).map(RunningProcess::url).orElse(null),
        reviving.get(),
        seen,
        order == null ? null : order.progress());
  }

  private String shape() {
    return DistributedMonolith.livesIn(data)
        ? DistributedMonolith.NAME
        : City.livesIn(data) ? "city" : "castle";
  }

  /** Looks at the processes again. */
  void look() {
    seen = data.running().stream().map(WatchedShape::seen).toList();
  }

  private static Seen seen(RunningProcess process) {
    URI management = process.managementUrl();
    if (!process.isAlive()) {
      return new Seen(process.name(), process.pid(), "dead", null, null);
    }
    if (management == null) {
      return new Seen(process.name(), process.pid(), "runs", null, null);
    }
    try {
      // 503 is an answer, too: something in it is not well.
      JsonNode health = Relay.get(management.resolve("/actuator/health")).body();
      JsonNode parts = health.path("components");
      String ready = parts.path("readinessState").path("status").asString("UP");
      return new Seen(
          process.name(),
          process.pid(),
          ready.equals("UP") ? "ready" : "runs, not ready",
          number(parts.path("outbox").path("details").path("backlog")),
          number(parts.path("publications").path("details").path("unfinished")));
    } catch (IOException noAnswer) {
      return new Seen(process.name(), process.pid(), "runs, does not answer", null, null);
    }
  }

  private static @Nullable Long number(JsonNode value) {
    return value.isNumber() ? value.asLong() : null;
  }

  /** Orders a book. */
  synchronized void order() {
    if (order != null && order.isBeingPlaced()) {
      return;
    }
    earlier.removeIf(FollowedOrder::isForgotten);
    if (earlier.size() >= MOST_EARLIER_ORDERS) {
      throw new RefusedException(
          429, "Many orders are being followed yet. Nothing was ordered. Wait ten seconds.");
    }
    if (order != null) {
      order.close();
      earlier.add(order);
    }
    URI door =
        FrontDoor.of(data)
            .map(RunningProcess::url)
            .orElse(URI.create("http://127.0.0.1:" + data.ports().getOrDefault(City.SHOP, 1)));
    order = new FollowedOrder(door, kafka());
  }

  private @Nullable String kafka() {
    return City.livesIn(data) ? City.kafka(data).map(URI::getAuthority).orElse(null) : null;
  }

  /**
   * Kills a process, as {@code kill -9} does; returns when it is dead.
   *
   * @throws RefusedException unless the run file names it, it is the one that was started, and it
   *     belongs to the user of this program
   */
  void kill(String name) {
    RunningProcess process =
        data.running(name)
            .filter(RunningProcess::isAlive)
            .orElseThrow(
                () ->
                    new RefusedException(
                        409,
                        "No process of that name runs in %s. Nothing was killed."
                            .formatted(data.root())));
    ProcessHandle handle =
        ProcessHandle.of(process.pid())
            .filter(WatchedShape::isOurs)
            .orElseThrow(
                () ->
                    new RefusedException(
                        409, "That process is another user's. Nothing was killed."));
    handle.destroyForcibly();
    try {
      handle.onExit().get(DYING_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new RefusedException(
          504, "It was killed and is still there. Look at it: ps -p " + process.pid());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    look();
  }

  private static boolean isOurs(ProcessHandle process) {
    Optional<String> owner = process.info().user();
    return owner.isPresent() && Objects.equals(owner, ProcessHandle.current().info().user());
  }

  /** Starts again what is dead; returns when all is ready. */
  void revive() throws InterruptedException {
    if (data.running().isEmpty()) {
      throw new RefusedException(
          409,
          "Nothing is listed as running in %s. Nothing was started. Start it with ./shop up."
              .formatted(data.root()));
    }
    if (!reviving.compareAndSet(false, true)) {
      throw new RefusedException(409, "It is being brought back already.");
    }
    try {
      revival.bringUp(data);
      look();
    } catch (CouldNotRun e) {
      throw new RefusedException(502, String.valueOf(e.getMessage()));
    } finally {
      reviving.set(false);
    }
  }

  @Override
  public synchronized void close() {
    if (order != null) {
      order.close();
    }
  }
}
