package com.gopher.lab.command;

import com.gopher.lab.console.Console;
import com.gopher.lab.console.CouldNotRun;
import com.gopher.lab.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows and retries the events whose listeners have not finished. */
@Command(
    name = "publications",
    description = "Events that a listener of the shop has not finished yet.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | retry)")
public final class PublicationsCommand {

  private final Console console;

  public PublicationsCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "list",
      description = "Lists them, the oldest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin DataDirectoryOption dataDirectory,
      @Option(names = "--json", description = "Print them as JSON.") boolean json) {
    JsonNode answer = ask(dataDirectory, "GET");
    if (json) {
      console.json(answer);
      return 0;
    }
    for (JsonNode item : answer.path("items")) {
      console.result(
          String.format(
              "%s  %-11s attempts %-3s since %s  next %s  %s <- %s",
              item.path("id").asString(),
              item.path("status").asString(),
              item.path("attempts").asString(),
              item.path("publishedAt").asString(),
              item.path("nextAttemptAt").isNull() ? "-" : item.path("nextAttemptAt").asString(),
              item.path("listener").asString(),
              item.path("event").asString()));
    }
    console.narrate(
        answer.path("total").asInt() == 0
            ? "No event waits for its listener."
            : answer.path("total").asInt()
                + " in all. Try them now: ./shop publications retry"
                + dataDirectory.suffix());
    return 0;
  }

  @Command(
      name = "retry",
      description = "Gives all of them to their listeners again, now.",
      mixinStandardHelpOptions = true)
  int retry(
      @Mixin DataDirectoryOption dataDirectory,
      @Option(names = "--json", description = "Print the number as JSON.") boolean json) {
    JsonNode answer = ask(dataDirectory, "POST");
    if (json) {
      console.json(answer);
    } else {
      console.result("Retried: " + answer.path("retried").asInt());
    }
    return 0;
  }

  private static JsonNode ask(DataDirectoryOption dataDirectory, String method) {
    RunningProcess shop = dataDirectory.shop();
    URI uri = Objects.requireNonNull(shop.managementUrl()).resolve("/actuator/publications");
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(uri)
                      .method(method, HttpRequest.BodyPublishers.noBody())
                      .timeout(Duration.ofSeconds(30))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 == 2) {
        return JsonMapper.shared().readTree(response.body());
      }
      throw new CouldNotRun(
          "The shop answered "
              + response.statusCode()
              + " to "
              + uri
              + ". Nothing is known to have changed. Its log: "
              + shop.log());
    } catch (IOException e) {
      throw new CouldNotRun(
          "The shop does not answer at "
              + uri
              + " ("
              + e
              + "). Next: ./shop status"
              + dataDirectory.suffix(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted; nothing is known to have changed.", e);
    }
  }
}
