package com.gopher.lab.bench;

import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** What a gateway before the shop adds to a read, to a start, and to an order's stream. */
public final class GatewayBenchmark implements Benchmark {

  private static final int PER_SECOND = 200;
  private static final int READS = 3_000;
  private static final int WARM_UP = 6_000;
  private static final int ROUNDS = 4;
  private static final int STARTS = 5;
  private static final int ORDERS = 100;

  private static final int OK = 200;

  private final BuiltPrograms programs;

  /**
   * @param programs prepared for a fast start, as {@code ./shop up} has them
   */
  public GatewayBenchmark(BuiltPrograms programs) {
    this.programs = programs;
  }

  /**
   * Many reads by one way.
   *
   * @param cpuMillis for a read, of shop and gateway together
   * @param p50 in milliseconds
   */
  private record Reads(double cpuMillis, double p50) {}

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var city = MeasuredSystem.cityBehindAGateway(workplace, programs, console);
      console.narrate("Starting a city, and its gateway %s times ...", STARTS);
      List<Double> starts = starts(city);
      URI direct = city.process(City.SHOP).url();
      URI forwarded = city.process(City.GATEWAY).url();
      var directly = new ArrayList<Reads>();
      var through = new ArrayList<Reads>();
      Basket basket = Basket.fill(direct);
      String order = "/api/orders/" + placed(direct, basket);
      console.narrate("Reading an order directly and through the gateway ...");
      read(city, direct, order, WARM_UP);
      read(city, forwarded, order, WARM_UP);
      for (int round = 0; round < ROUNDS; round++) {
        if (round % 2 == 0) {
          directly.add(read(city, direct, order, READS));
          through.add(read(city, forwarded, order, READS));
        } else {
          through.add(read(city, forwarded, order, READS));
          directly.add(read(city, direct, order, READS));
        }
      }
      console.narrate("Following %s orders both ways at once ...", ORDERS);
      Histogram lag = StreamLag.of(direct, forwarded, basket, ORDERS);
      return BenchmarkText.of("gateway")
          .with("reads", READS)
          .with("per-second", PER_SECOND)
          .with("rounds", ROUNDS)
          .with("starts", STARTS)
          .with("orders", ORDERS)
          .figure("cpu-direct", Statistics.median(directly, Reads::cpuMillis))
          .figure(
              "cpu",
              Statistics.median(through, Reads::cpuMillis)
                  - Statistics.median(directly, Reads::cpuMillis))
          .figure("p50-direct", Statistics.median(directly, Reads::p50))
          .figure("p50", Statistics.median(through, Reads::p50))
          .figure(
              "ratio",
              Statistics.median(through, Reads::p50) / Statistics.median(directly, Reads::p50))
          .figure("start", Statistics.median(starts))
          .figure("lag-p50", lag.getValueAtPercentile(50) / 1e3)
          .figure("lag-p90", lag.getValueAtPercentile(90) / 1e3)
          .report(machine);
    }
  }

  /** Processor time of the gateway until it is ready; at the end it runs, as the city does. */
  private static List<Double> starts(MeasuredSystem city) throws InterruptedException {
    city.run(City.KAFKA, City.SHOP, City.TRACKER, City.GATEWAY);
    var starts = new ArrayList<Double>();
    for (int start = 0; start < STARTS; start++) {
      city.kill(City.GATEWAY);
      city.run(City.KAFKA, City.SHOP, City.TRACKER, City.GATEWAY);
      starts.add(city.cpuSeconds(City.GATEWAY));
    }
    return starts;
  }

  private static String placed(URI shop, Basket basket) throws IOException {
    try (var connection = new HttpConnection(shop)) {
      return JsonApi.read(connection.post("/api/orders", basket.json())).path("id").asString();
    }
  }

  /** By the clock, one after the other, so that no rate limit and no queue is measured. */
  private static Reads read(MeasuredSystem city, URI server, String path, int reads)
      throws IOException {
    var latency = new Histogram(3);
    double before = cpuSeconds(city);
    try (var connection = new HttpConnection(server)) {
      long begin = System.nanoTime();
      for (int read = 0; read < reads; read++) {
        awaitTime(begin + read * (1_000_000_000L / PER_SECOND));
        long sent = System.nanoTime();
        int status = connection.get(path).status();
        if (status != OK) {
          throw new IOException("a read at " + server + path + " was answered with " + status);
        }
        latency.recordValue((System.nanoTime() - sent) / 1_000);
      }
    }
    return new Reads(
        (cpuSeconds(city) - before) * 1e3 / reads, latency.getValueAtPercentile(50) / 1e3);
  }

  private static double cpuSeconds(MeasuredSystem city) {
    return city.cpuSeconds(City.SHOP) + city.cpuSeconds(City.GATEWAY);
  }

  private static void awaitTime(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
