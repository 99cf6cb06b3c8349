package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks shop and tracker what became of the orders on trial. Both answer for themselves. */
final class TrialReader {

  private static final int AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DataDirectoryOption dataDirectory;
  private final Management management;
  private final HttpClient http = HttpClient.newHttpClient();

  TrialReader(DataDirectoryOption dataDirectory, Management management) {
    this.dataDirectory = dataDirectory;
    this.management = management;
  }

  List<TriedOrder> read() {
    try {
      return both();
    } catch (DateTimeParseException e) {
      throw new CouldNotRun(
          "A time that one of them told is none (%s). Next: ./shop status%s"
              .formatted(e.getParsedString(), dataDirectory.suffix()),
          e);
    }
  }

  private List<TriedOrder> both() {
    RunningProcess shop = dataDirectory.shop();
    RunningProcess tracker =
        dataDirectory.open().running().stream()
            .filter(process -> City.isTracker(process) && process.isAlive())
            .filter(process -> process.probe().isReady())
            .findFirst()
            .orElseThrow(
                () ->
                    new CouldNotRun(
                        "No tracker is ready that could say what it made of the orders. Next: ./shop up city --detach%s",
                        dataDirectory.suffix()));
    Map<String, ParcelSteps> trials = pages(tracker, ParcelSteps::of);
    var orders = new ArrayList<TriedOrder>();
    pages(shop, item -> item)
        .keySet()
        .forEach(
            id ->
                orders.add(
                    new TriedOrder(
                        id,
                        parcelAt(shop.url(), id),
                        trials.getOrDefault(id, ParcelSteps.UNKNOWN))));
    return orders;
  }

  /** What a process says of its trials, by the id of the order. */
  private <T> Map<String, T> pages(RunningProcess process, Function<JsonNode, T> content) {
    var all = new LinkedHashMap<String, T>();
    String query = "trials";
    int items;
    do {
      JsonNode page = page(process, query);
      items = page.path("items").size();
      String last = "";
      for (JsonNode item : page.path("items")) {
        last = item.path("id").asString("");
        all.put(last, content.apply(item));
      }
      query = "trials?after=" + last;
    } while (items == AT_ONCE);
    return all;
  }

  private JsonNode page(RunningProcess process, String query) {
    return management
        .find(process, query)
        .orElseThrow(
            () ->
                new CouldNotRun(
                    "The %s is too old to know of orders on trial. Start a newer one: ./shop up city --detach%s",
                    process.name(), dataDirectory.suffix()));
  }

  private ParcelSteps parcelAt(URI shop, String order) {
    URI uri = shop.resolve("/api/tracking/" + order);
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 404) {
        return ParcelSteps.UNKNOWN;
      }
      return Optional.of(answer)
          .filter(it -> it.statusCode() == 200)
          .map(it -> ParcelSteps.of(JsonMapper.shared().readTree(it.body())))
          .orElseThrow(
              () -> new CouldNotRun("The shop answered %s to %s.", answer.statusCode(), uri));
    } catch (IOException | JacksonException e) {
      throw new CouldNotRun(
          "The shop does not answer at %s (%s). Next: ./shop status%s"
              .formatted(uri, e, dataDirectory.suffix()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted; nothing was changed.", e);
    }
  }
}
