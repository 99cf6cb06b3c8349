package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gophershop.MovableClock;
import com.gophershop.ShopClient;
import com.gophershop.ShopTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class OrderStreamTest {

  private static final String END = "(the end)";

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired ShopClient shop;
  @Autowired MovableClock clock;

  @Test
  void aClientThatComesBackLikeABrowserSeesEachStateUntilTheLastOne() throws Exception {
    String order = shop.newOrderInPreparation();
    BlockingQueue<String> lines = linesOf(follow(order, null));

    assertThat(eventIn(lines))
        .isEqualTo("1 order {\"id\":\"" + order + "\",\"status\":\"PLACED\"}");
    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "SHIPPED");
    lines = linesOf(follow(order, "1"));
    assertThat(eventIn(lines)).startsWith("2 order ").contains("SHIPPED");
    shop.letTheParcelMoveOn();
    shop.awaitOrder(order, "DELIVERED");
    lines = linesOf(follow(order, "2"));
    assertThat(eventIn(lines)).startsWith("3 order ").contains("DELIVERED");
    assertThat(next(lines)).isEqualTo(END);
  }

  @Test
  void aStateIsSentOnTheOpenStream() throws Exception {
    String order = shop.newOrder();
    BlockingQueue<String> lines = linesOf(follow(order, null));
    assertThat(eventIn(lines)).contains("PLACED");

    shop.cancel(order).is(202);

    assertThat(eventIn(lines)).containsAnyOf("CANCELLING", "CANCELLED");
    assertThat(lastOf(lines)).isEqualTo(END);
  }

  @Test
  void aClientThatKnowsTheLastStateIsNotAskedToComeBack() throws Exception {
    String order = shop.newOrderInPreparation();
    shop.cancel(order).is(202);
    shop.awaitOrder(order, "CANCELLED");

    assertThat(follow(order, "3").statusCode()).isEqualTo(204);
    assertThat(eventIn(linesOf(follow(order, "2")))).startsWith("3 order ").contains("CANCELLED");
  }

  @Test
  void aStreamLivesForAMinuteAndWritesEveryTenSeconds() throws Exception {
    BlockingQueue<String> lines = linesOf(follow(shop.newOrder(), null));
    eventIn(lines);

    clock.advance(OrderStream.HEARTBEAT.plusMillis(1));
    assertThat(next(lines)).startsWith("retry:");
    assertThat(next(lines)).isEqualTo(":still here");
    clock.advance(OrderStream.LIFETIME.minus(OrderStream.HEARTBEAT));
    assertThat(lastOf(lines)).isEqualTo(END);
  }

  @Test
  void tooManyAreRefusedUntilThoseWhoLeftAreNoticed() throws Exception {
    String order = shop.newOrder();
    List<HttpResponse<InputStream>> streams = new ArrayList<>();
    HttpResponse<InputStream> last = follow(order, null);
    while (last.statusCode() == 200 && streams.size() <= OrderStreams.LIMIT) {
      streams.add(last);
      last = follow(order, null);
    }
    assertThat(last.statusCode()).isEqualTo(503);
    assertThat(last.headers().firstValue("Retry-After")).isPresent();

    for (HttpResponse<InputStream> stream : streams) {
      stream.body().close();
    }
    var heartbeats = new AtomicInteger();
    await()
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              // Fewer than the lifetime of a stream: it must be the writing that finds them gone.
              if (heartbeats.getAndIncrement() < 5) {
                clock.advance(OrderStream.HEARTBEAT.plusMillis(1));
              }
              HttpResponse<InputStream> again = follow(order, null);
              again.body().close();
              assertThat(again.statusCode()).isEqualTo(200);
            });
  }

  @Test
  void whatCannotBeFollowedIsAProblem() {
    shop.get("/api/orders/" + UUID.randomUUID() + "/events").isProblem(404);
    shop.send(
            shop.request("/api/orders/" + shop.newOrder() + "/events")
                .header("Last-Event-ID", "latest")
                .GET()
                .build())
        .isProblem(400);
  }

  private HttpResponse<InputStream> follow(String order, String lastEventId)
      throws IOException, InterruptedException {
    var request = shop.request("/api/orders/" + order + "/events").timeout(Duration.ofSeconds(20));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return http.send(request.GET().build(), BodyHandlers.ofInputStream());
  }

  private static BlockingQueue<String> linesOf(HttpResponse<InputStream> stream) {
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
    var lines = new LinkedBlockingQueue<String>();
    var reader = new Thread(() -> copy(stream.body(), lines), "stream");
    reader.setDaemon(true);
    reader.start();
    return lines;
  }

  private static void copy(InputStream body, BlockingQueue<String> lines) {
    try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank()).forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lines.add(END);
    }
  }

  /** The next event, as its id, its name and its data; heartbeats are passed over. */
  private static String eventIn(BlockingQueue<String> lines) throws InterruptedException {
    String id = "";
    String name = "";
    for (String line = next(lines); !line.equals(END); line = next(lines)) {
      if (line.startsWith("id:")) {
        id = line.substring("id:".length());
      } else if (line.startsWith("event:")) {
        name = line.substring("event:".length());
      } else if (line.startsWith("data:")) {
        return id + " " + name + " " + line.substring("data:".length());
      }
    }
    return END;
  }

  private static String lastOf(BlockingQueue<String> lines) throws InterruptedException {
    String line = next(lines);
    while (!line.equals(END)) {
      line = next(lines);
    }
    return line;
  }

  private static String next(BlockingQueue<String> lines) throws InterruptedException {
    String line = lines.poll(20, TimeUnit.SECONDS);
    assertThat(line).as("the stream stands still").isNotNull();
    return line;
  }
}
