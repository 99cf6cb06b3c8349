package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the management port of an application that runs in a data directory. */
final class Management {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DataDirectoryOption dataDirectory;
  private final HttpClient http = HttpClient.newHttpClient();

  Management(DataDirectoryOption dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  JsonNode get(RunningProcess process, String endpoint) {
    return send(process, endpoint, "GET", HttpRequest.BodyPublishers.noBody());
  }

  /**
   * @param body JSON; an empty text for none
   */
  JsonNode post(RunningProcess process, String endpoint, String body) {
    return send(process, endpoint, "POST", HttpRequest.BodyPublishers.ofString(body));
  }

  private JsonNode send(
      RunningProcess process, String endpoint, String method, HttpRequest.BodyPublisher body) {
    URI uri = Objects.requireNonNull(process.managementUrl()).resolve("/actuator/" + endpoint);
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(uri)
                  .method(method, body)
                  .header("Content-Type", "application/json")
                  .timeout(PATIENCE)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 == 2) {
        return JsonMapper.shared().readTree(response.body());
      }
      throw new CouldNotRun(
          "The %s answered %s to %s. Nothing is known to have changed. Its log: %s"
              .formatted(process.name(), response.statusCode(), uri, process.log()));
    } catch (IOException e) {
      throw new CouldNotRun(
          "The %s does not answer at %s (%s). Next: ./shop status%s"
              .formatted(process.name(), uri, e, dataDirectory.suffix()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted; nothing is known to have changed.", e);
    }
  }
}
