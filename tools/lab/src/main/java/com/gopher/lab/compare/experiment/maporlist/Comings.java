package com.gopher.lab.compare.experiment.maporlist;

import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.traffic.ParcelReads;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.system.CpuTime;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One city whose trackers come and go while somebody looks at a parcel. */
record Comings(RunningSystem system, Variant variant) {

  private static final String SECOND = City.TRACKER + "-2";
  private static final String THIRD = City.TRACKER + "-3";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double CALM_SECONDS = 10;
  private static final String READS_ANSWERED =
      "http.server.requests?tag=uri:/api/tracking/%7BorderId%7D";

  /** Something that is done to a tracker; returns when it is done. */
  @FunctionalInterface
  private interface Happening {
    void happen() throws IOException, InterruptedException;
  }

  Fared watch() throws IOException, InterruptedException {
    String parcel = "/api/tracking/" + placed();
    awaitAnswers(parcel);
    try (var reads = new ParcelReads(system.url(), parcel)) {
      double cpu = system.cpuSeconds();
      double cpuOfTheRegistry = cpuOfTheRegistry();
      pause(CALM_SECONDS);
      cpu = (system.cpuSeconds() - cpu) * 60 / CALM_SECONDS;
      cpuOfTheRegistry = (cpuOfTheRegistry() - cpuOfTheRegistry) * 60 / CALM_SECONDS;
      double megabytes = system.residentBytes() / 1e6;
      double megabytesOfTheRegistry = megabytesOfTheRegistry();

      var found = new double[] {-1};
      Event added = event(reads, () -> found[0] = secondsUntilTheThirdIsFound());
      Event left = event(reads, () -> system.signal(SECOND, "TERM"));
      system.bringBack();
      awaitCalm(reads);
      Event killed = event(reads, () -> system.signal(City.TRACKER, "KILL"));
      return new Fared(
          added, found[0], left, killed, megabytes, megabytesOfTheRegistry, cpu, cpuOfTheRegistry);
    }
  }

  private Event event(ParcelReads reads, Happening happening)
      throws IOException, InterruptedException {
    double from = reads.now();
    happening.happen();
    pause(variant.watch());
    double to = reads.now();
    return Event.of(reads.between(from, to), from, to);
  }

  private String placed() throws IOException {
    try (var shop = new HttpConnection(system.url())) {
      return JsonApi.read(shop.post("/api/orders", Basket.fill(system.url()).json()))
          .path("id")
          .asString();
    }
  }

  private void awaitAnswers(String parcel) throws IOException, InterruptedException {
    try (var customer = new HttpConnection(system.url())) {
      if (!Waiting.until(PATIENCE, () -> customer.get(parcel).status() == 200)) {
        throw new IOException("The gateway finds no tracker that knows of the order");
      }
    }
  }

  private double secondsUntilTheThirdIsFound() throws IOException, InterruptedException {
    system.resize(3);
    long ready = System.nanoTime();
    try (var third = new JsonApi(system.process(THIRD).managementUrl())) {
      var watch = Duration.ofMillis(Math.round(variant.watch() * 1_000));
      return Waiting.until(watch, () -> third.metric(READS_ANSWERED) > 0)
          ? (System.nanoTime() - ready) / 1e9
          : -1;
    }
  }

  /** Until all trackers are known again and none is left alone for its failures. */
  private void awaitCalm(ParcelReads reads) throws IOException, InterruptedException {
    if (!Waiting.until(
        PATIENCE,
        () -> {
          double now = reads.now();
          return Event.of(reads.between(now - CALM_SECONDS, now), 0, now).failed() == 0;
        })) {
      throw new IOException("Reads still fail, with all trackers there again");
    }
  }

  private double cpuOfTheRegistry() {
    return registry().map(registry -> CpuTime.ofLiving(registry.pid())).orElse(0.0);
  }

  private double megabytesOfTheRegistry() {
    return registry().map(registry -> ResidentMemory.of(registry).orElse(0) / 1e6).orElse(0.0);
  }

  private Optional<RunningProcess> registry() {
    return system.processes().stream()
        .filter(process -> process.name().equals(City.REGISTRY))
        .findFirst();
  }

  private static void pause(double seconds) throws InterruptedException {
    Thread.sleep(Math.round(seconds * 1_000));
  }
}
