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
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the management port of an application that runs in a data directory. */
final class Management {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Longer than a database that is away is waited for. */
  private static final Duration PATIENCE_WITH_HEALTH = Duration.ofSeconds(12);

  private final DataDirectoryOption dataDirectory;
  private final TokenFile token;
  private final HttpClient http = HttpClient.newHttpClient();

  Management(DataDirectoryOption dataDirectory) {
    this.dataDirectory = dataDirectory;
    this.token = new TokenFile(dataDirectory);
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

  JsonNode delete(RunningProcess process, String endpoint) {
    return send(process, endpoint, "DELETE", HttpRequest.BodyPublishers.noBody());
  }

  /** The same; empty if the process has no such endpoint. */
  Optional<JsonNode> find(RunningProcess process, String endpoint) {
    return sendOrFindNothing(process, endpoint, "GET", HttpRequest.BodyPublishers.noBody());
  }

  /** A question too long for an address; empty if the process has no such endpoint. */
  Optional<JsonNode> ask(RunningProcess process, String endpoint, String body) {
    return sendOrFindNothing(process, endpoint, "POST", HttpRequest.BodyPublishers.ofString(body));
  }

  /** All that the process says about how it is; empty if it does not say it in time. */
  Optional<JsonNode> health(RunningProcess process) {
    URI uri = Objects.requireNonNull(process.managementUrl()).resolve("/actuator/health");
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE_WITH_HEALTH).build(),
              HttpResponse.BodyHandlers.ofString());
      // 503 is an answer too: something in it is not well.
      return response.statusCode() == 200 || response.statusCode() == 503
          ? Optional.of(JsonMapper.shared().readTree(response.body()))
          : Optional.empty();
    } catch (IOException | JacksonException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What the process says about its refusal; empty if it does not. */
  private static String detail(HttpResponse<String> response) {
    try {
      String detail = JsonMapper.shared().readTree(response.body()).path("detail").asString("");
      return detail.isEmpty() ? "" : " (" + detail + ")";
    } catch (JacksonException noProblemDetail) {
      return "";
    }
  }

  private JsonNode send(
      RunningProcess process, String endpoint, String method, HttpRequest.BodyPublisher body) {
    return read(process, exchange(process, endpoint, method, body));
  }

  private Optional<JsonNode> sendOrFindNothing(
      RunningProcess process, String endpoint, String method, HttpRequest.BodyPublisher body) {
    HttpResponse<String> response = exchange(process, endpoint, method, body);
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(process, response));
  }

  private static JsonNode read(RunningProcess process, HttpResponse<String> response) {
    if (response.statusCode() / 100 == 2) {
      return JsonMapper.shared().readTree(response.body());
    }
    throw new CouldNotRun(
        "The %s answered %s to %s%s. Nothing is known to have changed. Its log: %s",
        process.name(), response.statusCode(), response.uri(), detail(response), process.log());
  }

  private HttpResponse<String> exchange(
      RunningProcess process, String endpoint, String method, HttpRequest.BodyPublisher body) {
    URI uri = Objects.requireNonNull(process.managementUrl()).resolve("/actuator/" + endpoint);
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri)
              .method(method, body)
              .header("Content-Type", "application/json")
              .timeout(PATIENCE);
      if (!method.equals("GET")) {
        request.header("Authorization", "Bearer " + token.of(process));
      }
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 401) {
        throw token.refused(process);
      }
      return response;
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
