package com.gopher.lab.compare.experiment.complexity;

import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.traffic.Attempts;
import com.gopher.lab.compare.traffic.ParcelReads;
import com.gopher.lab.compare.traffic.ParcelReads.Read;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.system.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** One life of a shape in which a process that ships dies, comes back, and gets company. */
record Life(RunningSystem system) {

  private static final double PER_SECOND = 20;
  private static final double CALM_SECONDS = 2;
  private static final double AWAY_SECONDS = 8;
  private static final double AFTERWARDS_SECONDS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  Survival survival(int shippers) throws IOException, InterruptedException {
    Basket basket = Basket.fill(system.url());
    String parcel = "/api/tracking/" + placed(basket);
    awaitParcel(parcel);
    try (var reads = new ParcelReads(system.url(), parcel);
        var traffic =
            new Traffic(
                system.url(),
                basket,
                PER_SECOND,
                CALM_SECONDS + AWAY_SECONDS + AFTERWARDS_SECONDS)) {
      traffic.await(CALM_SECONDS);
      double gone = traffic.now();
      double from = reads.now();
      system.signal(system.shape().shipping(), "KILL");
      traffic.await(CALM_SECONDS + AWAY_SECONDS);
      double called = traffic.now();
      List<Read> meanwhile = reads.between(from, reads.now());
      system.bringBack();
      Attempts attempts = traffic.end(system.url(), PATIENCE);
      return new Survival(
          attempts.between(gone, called).shareInTime() * 100,
          share(meanwhile, Read::answered),
          share(meanwhile, Read::current),
          whileAdded(reads, shippers));
    }
  }

  private double whileAdded(ParcelReads reads, int shippers)
      throws IOException, InterruptedException {
    if (system.shape().road().isEmpty()) {
      return 0;
    }
    double from = reads.now();
    system.resize(shippers + 1);
    Thread.sleep(Math.round(CALM_SECONDS * 1_000));
    return share(reads.between(from, reads.now()), Read::answered);
  }

  private static double share(List<Read> reads, Predicate<Read> which) {
    return reads.isEmpty() ? 0 : 100.0 * reads.stream().filter(which).count() / reads.size();
  }

  private String placed(Basket basket) throws IOException {
    try (var shop = new HttpConnection(system.url())) {
      return JsonApi.read(shop.post("/api/orders", basket.json())).path("id").asString();
    }
  }

  private void awaitParcel(String parcel) throws IOException, InterruptedException {
    try (var customer = new HttpConnection(system.url())) {
      if (!Waiting.until(PATIENCE, () -> customer.get(parcel).status() == 200)) {
        throw new IOException("The %s shows no parcel".formatted(system.shape().name()));
      }
    }
  }
}
