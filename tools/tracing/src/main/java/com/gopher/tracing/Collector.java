package com.gopher.tracing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends spans to where {@code TRACING_COLLECTOR} says. What works never waits for it: when nobody
 * takes the spans they are dropped.
 */
final class Collector {

  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Collector ONLY =
      new Collector(
          URI.create(Objects.requireNonNull(System.getenv("TRACING_COLLECTOR")))
              .resolve("/api/v2/spans"));

  private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI spans;
  private boolean failing;

  private Collector(URI spans) {
    this.spans = spans;
    var thread = new Thread(this::send, "spans");
    thread.setDaemon(true);
    thread.start();
  }

  static void take(Span span) {
    ONLY.waiting.offer(span);
  }

  private void send() {
    try {
      while (true) {
        List<Span> batch = new ArrayList<>(List.of(waiting.take()));
        waiting.drainTo(batch, MOST_AT_ONCE);
        send(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(List<Span> batch) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(spans)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    JsonMapper.shared().writeValueAsBytes(batch)))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      failing = status / 100 != 2 && say("answers " + status);
    } catch (IOException e) {
      failing = say("cannot be reached: " + e);
    }
  }

  /** Once for each outage. */
  private boolean say(String what) {
    if (!failing) {
      LOG.warn("{} {}; spans are dropped, everything else goes on", spans, what);
    }
    return true;
  }
}
