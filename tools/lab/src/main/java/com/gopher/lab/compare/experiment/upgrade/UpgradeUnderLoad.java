package com.gopher.lab.compare.experiment.upgrade;

import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.WarmUp;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.load.OpenLoop;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Deploys to a running system while customers go on ordering. */
final class UpgradeUnderLoad {

  private static final double ORDERS_PER_SECOND = 20;
  private static final int MOST_CALLERS = 64;
  private static final Duration LEAD = Duration.ofSeconds(2);
  private static final Duration TAIL = Duration.ofSeconds(3);
  private static final Duration END_PATIENCE = Duration.ofSeconds(30);
  private static final Duration SEEN_PATIENCE = Duration.ofSeconds(90);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long POLL_MILLIS = 20;

  /** Seldom enough to be no load beside the orders. */
  private static final long LOOK_MILLIS = 250;

  private final RunningSystem system;
  private final Basket basket;
  private final AtomicReference<String> lastOrder = new AtomicReference<>("");

  UpgradeUnderLoad(RunningSystem system) throws IOException {
    this.system = system;
    this.basket = Basket.fill(system.url());
  }

  /**
   * Ends the process that ships and brings it back, as whoever deploys does; what it is brought
   * back as was said before.
   *
   * @param prefix of the parcels' numbers by which the new behaviour is recognized
   */
  UpgradeDeployment deploy(String prefix) throws IOException, InterruptedException {
    SystemShape shape = system.shape();
    // What is refused before anything was deployed would be counted with what the deployment cost.
    WarmUp.await(system, basket, ORDERS_PER_SECOND);
    Set<RunningProcess> before = Set.copyOf(system.processes());
    var loop = new OpenLoop(system.url(), MOST_CALLERS);
    var load = inBackground(() -> loop.run(ORDERS_PER_SECOND, LONGEST, this::order));
    Instant deployed;
    Double seconds;
    try {
      Thread.sleep(LEAD.toMillis());
      deployed = Instant.now();
      long begin = System.nanoTime();
      end(system.process(shape.shipping()));
      var seen = inBackground(() -> secondsUntilSeen(prefix, begin));
      system.bringBack();
      seconds = result(seen);
      Thread.sleep(TAIL.toMillis());
    } finally {
      loop.end();
    }
    LoadRecord loaded = result(load);
    Set<String> restarted =
        system.processes().stream()
            .filter(now -> before.stream().noneMatch(it -> it.pid() == now.pid()))
            .map(RunningProcess::name)
            .collect(Collectors.toSet());
    return new UpgradeDeployment(
        shape.name(),
        shape.shipping().equals(shape.frontDoor()),
        restarted.contains(shape.frontDoor()),
        restarted,
        loaded.seconds().stream().mapToLong(LoadRecord.Second::intended).sum(),
        loaded.refusals(),
        seconds < 0 ? null : seconds,
        Duration.between(loaded.begin(), deployed).toNanos() / 1e9,
        loaded.seconds());
  }

  private OpenLoop.Answered order(HttpConnection connection, long number) throws IOException {
    HttpConnection.Answer answer = connection.post("/api/orders", basket.json());
    if (answer.status() == 201) {
      lastOrder.set(JsonMapper.shared().readTree(answer.body()).path("id").asString());
    }
    return OpenLoop.Answered.expecting(201, answer);
  }

  private void end(RunningProcess process) throws IOException, InterruptedException {
    system.signal(process.name(), "TERM");
    long end = System.nanoTime() + END_PATIENCE.toNanos();
    while (process.isAlive()) {
      if (System.nanoTime() > end) {
        throw new IOException("The " + process.name() + " does not end when asked to");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /**
   * Follows an order until it has a parcel, before it looks at a newer one: under load the newest
   * of all hardly ever has one yet. Negative if it is not seen in time.
   */
  private Double secondsUntilSeen(String prefix, long begin) throws InterruptedException {
    String order = lastOrder.get();
    while (System.nanoTime() - begin < SEEN_PATIENCE.toNanos()) {
      String number = numberOf(order);
      if (number.startsWith(prefix)) {
        return (System.nanoTime() - begin) / 1e9;
      }
      if (!number.isEmpty() || order.isEmpty()) {
        order = lastOrder.get();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return -1.0;
  }

  private String numberOf(String order) {
    try (var connection = new HttpConnection(system.url())) {
      HttpConnection.Answer answer = connection.get("/api/tracking/" + order);
      return answer.status() == 200
          ? JsonMapper.shared().readTree(answer.body()).path("trackingNumber").asString("")
          : "";
    } catch (IOException away) {
      return "";
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T get() throws InterruptedException;
  }

  private static <T> CompletableFuture<T> inBackground(Work<T> work) {
    var future = new CompletableFuture<T>();
    var thread =
        new Thread(
            () -> {
              try {
                future.complete(work.get());
              } catch (InterruptedException | RuntimeException e) {
                future.completeExceptionally(e);
              }
            },
            "upgrade");
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  private static <T> T result(CompletableFuture<T> future)
      throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IOException("The measurement failed", e.getCause());
    }
  }
}
