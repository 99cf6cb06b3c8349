package com.gopher.lab.bench;

import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.JsonApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** How much later an order's event arrives through a gateway than on a direct stream. */
final class StreamLag {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CANCELLED = "CANCELLED";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI direct;
  private final URI forwarded;

  private StreamLag(URI direct, URI forwarded) {
    this.direct = direct;
    this.forwarded = forwarded;
  }

  /** Of orders that are followed both ways while they are cancelled; in microseconds. */
  static Histogram of(URI direct, URI forwarded, Basket basket, int orders)
      throws IOException, InterruptedException {
    var lags = new StreamLag(direct, forwarded);
    var lag = new Histogram(3);
    for (int order = 0; order < orders; order++) {
      lag.recordValue(Math.max(0, lags.ofOne(basket)) / 1_000);
    }
    return lag;
  }

  /** In nanoseconds; negative if the gateway's came first. */
  private long ofOne(Basket basket) throws IOException, InterruptedException {
    try (var shop = new HttpConnection(direct)) {
      String id = JsonApi.read(shop.post("/api/orders", basket.json())).path("id").asString();
      var followed = new CountDownLatch(2);
      CompletableFuture<Long> directly = follow(direct, id, followed);
      CompletableFuture<Long> through = follow(forwarded, id, followed);
      if (!followed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the stream of the order " + id + " said nothing");
      }
      shop.post("/api/orders/" + id + "/cancel", "");
      return arrival(through) - arrival(directly);
    }
  }

  /**
   * @param followed counted down by the first event: from then on the stream is open
   * @return when the cancellation was heard of
   */
  private CompletableFuture<Long> follow(URI server, String id, CountDownLatch followed) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/orders/" + id + "/events")).build();
    return client
        .sendAsync(request, BodyHandlers.ofLines())
        .thenApplyAsync(
            answer -> {
              try (Stream<String> lines = answer.body()) {
                var first = new boolean[] {true};
                return lines
                    .filter(line -> line.startsWith("data:"))
                    .peek(
                        line -> {
                          if (first[0]) {
                            followed.countDown();
                          }
                          first[0] = false;
                        })
                    .filter(line -> line.contains(CANCELLED))
                    .map(line -> System.nanoTime())
                    .findFirst()
                    .orElseThrow(
                        () -> new IllegalStateException("it ended before it was cancelled"));
              }
            });
  }

  private static long arrival(CompletableFuture<Long> stream)
      throws IOException, InterruptedException {
    try {
      return stream.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("an order's stream did not tell of its cancellation", e);
    }
  }
}
