package com.gopher.lab.compare.experiment.upgrade;

import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.compare.traffic.WarmUp;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Deploys to a running system while customers go on ordering. */
final class UpgradeUnderLoad {

  private static final double ORDERS_PER_SECOND = 20;
  private static final double LEAD_SECONDS = 2;
  private static final Duration TAIL = Duration.ofSeconds(3);
  private static final Duration END_PATIENCE = Duration.ofSeconds(30);
  private static final Duration SEEN_PATIENCE = Duration.ofSeconds(90);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Seldom enough to be no load beside the orders. */
  private static final long LOOK_MILLIS = 250;

  private static final double NEVER = -1;

  private final RunningSystem system;
  private final Basket basket;

  UpgradeUnderLoad(RunningSystem system) throws IOException {
    this.system = system;
    this.basket = Basket.fill(system.url());
  }

  /**
   * Ends the process that ships and brings it back, as a deployment does; what it is brought back
   * as was said before.
   *
   * @param prefix of the parcels' numbers by which the new behaviour is recognized
   */
  UpgradeDeployment deploy(String prefix) throws IOException, InterruptedException {
    SystemShape shape = system.shape();
    // What is refused before anything was deployed would be counted with what the deployment cost.
    WarmUp.await(system, basket, ORDERS_PER_SECOND);
    Set<RunningProcess> before = Set.copyOf(system.processes());
    double deployedAt;
    double seconds;
    LoadRecord load;
    try (var traffic = Traffic.patient(system.url(), basket, ORDERS_PER_SECOND, LONGEST)) {
      traffic.await(LEAD_SECONDS);
      deployedAt = traffic.now();
      end(system.process(shape.shipping()));
      var seen = new FutureTask<>(() -> secondUntilSeen(prefix, traffic));
      var watch = new Thread(seen, "upgrade");
      watch.setDaemon(true);
      watch.start();
      system.bringBack();
      seconds = result(seen);
      Thread.sleep(TAIL.toMillis());
      traffic.close();
      load = traffic.load();
    }
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
        load.seconds().stream().mapToLong(LoadRecord.Second::intended).sum(),
        load.refusals(),
        seconds < 0 ? null : seconds - deployedAt,
        deployedAt,
        load.seconds());
  }

  private void end(RunningProcess process) throws IOException, InterruptedException {
    system.signal(process.name(), "TERM");
    if (!Waiting.until(END_PATIENCE, () -> !process.isAlive())) {
      throw new IOException("The " + process.name() + " does not end when asked to");
    }
  }

  /**
   * Follows an order until it has a parcel, before it looks at a newer one: under load the newest
   * of all hardly ever has one yet.
   */
  private double secondUntilSeen(String prefix, Traffic traffic) throws InterruptedException {
    String order = traffic.newestOrder();
    double end = traffic.now() + SEEN_PATIENCE.toSeconds();
    while (traffic.now() < end) {
      String number = numberOf(order);
      if (number.startsWith(prefix)) {
        return traffic.now();
      }
      if (!number.isEmpty() || order.isEmpty()) {
        order = traffic.newestOrder();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return NEVER;
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

  private static double result(FutureTask<Double> seen) throws IOException, InterruptedException {
    try {
      return seen.get();
    } catch (ExecutionException e) {
      throw new IOException("The measurement failed", e.getCause());
    }
  }
}
