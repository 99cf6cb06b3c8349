package com.gopher.course.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator's commands ask of a program, over its management port. */
final class ManagementClient {

  private static final String TOKEN = "management-token";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  ManagementClient(RunningProgram program) {
    this.url = program.management();
  }

  /**
   * What a program knows of an order, as {@code ./shop reconcile} compares it.
   *
   * @param sequence of the newest state of the order that the program knows
   */
  record KnownOrder(String decider, String state, String trackingNumber, long sequence) {

    private static KnownOrder of(JsonNode row) {
      return new KnownOrder(
          row.path("decider").asString(""),
          row.path("state").asString(""),
          row.path("trackingNumber").asString(""),
          row.path("sequence").asLong());
    }

    @Override
    public String toString() {
      return "decider %s, state %s, sequence %s, parcel %s"
          .formatted(decider, state, sequence, trackingNumber);
    }
  }

  /**
   * By the ids of the orders; of a shop the first thousand.
   *
   * @param endpoint {@code reconciliation} of the shop, {@code shipments} of the tracker
   * @throws IllegalStateException if the program does not answer
   */
  Map<String, KnownOrder> knownOrders(String endpoint) throws InterruptedException {
    HttpResponse<String> answer = send(request(endpoint + "/rows").GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(endpoint + ": " + answer.body());
    }
    var known = new LinkedHashMap<String, KnownOrder>();
    JSON.readTree(answer.body())
        .path("items")
        .forEach(row -> known.put(row.path("id").asString(), KnownOrder.of(row)));
    return known;
  }

  /**
   * Changes the mode as {@code ./shop cutover} and {@code ./shop rollback} do.
   *
   * @param data the directory of the shop, which has its token
   * @return what the shop answered, if that is another status than 200; an empty text otherwise
   */
  String changeMode(Mode mode, Path data) throws InterruptedException {
    String body =
        JSON.writeValueAsString(
            Map.of("mode", mode.value(), "by", "check", "reason", "the check of moving"));
    HttpResponse<String> answer =
        send(
            request("delivery")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token(data))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    return answer.statusCode() == 200 ? "" : answer.statusCode() + " " + answer.body();
  }

  private static String token(Path data) {
    try {
      return Files.readString(data.resolve(TOKEN)).strip();
    } catch (IOException e) {
      throw new IllegalStateException("The shop keeps no token for management calls", e);
    }
  }

  private HttpRequest.Builder request(String endpoint) {
    return HttpRequest.newBuilder(url.resolve("/actuator/" + endpoint)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The management port does not answer", e);
    }
  }
}
