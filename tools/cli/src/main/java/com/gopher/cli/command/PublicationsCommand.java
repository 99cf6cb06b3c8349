package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows and retries the events whose listeners have not finished. */
@Command(name = "publications", synopsisSubcommandLabel = "(list | retry)")
public final class PublicationsCommand {

  private final Console console;

  public PublicationsCommand(Console console) {
    this.console = console;
  }

  @Command(name = "list")
  int list(@Mixin DataDirectoryOption dataDirectory, @Option(names = "--json") boolean json) {
    JsonNode answer = new Management(dataDirectory).get(dataDirectory.shop(), "publications");
    if (json) {
      console.json(answer);
      return 0;
    }
    for (JsonNode item : answer.path("items")) {
      console.result(
          "%s  %-11s attempts %-3s since %s  next %s  %s <- %s",
          item.path("id").asString(),
          item.path("status").asString(),
          item.path("attempts").asString(),
          item.path("publishedAt").asString(),
          item.path("nextAttemptAt").isNull() ? "-" : item.path("nextAttemptAt").asString(),
          item.path("listener").asString(),
          item.path("event").asString());
    }
    console.narrate(
        answer.path("total").asInt() == 0
            ? "No event waits for its listener."
            : "%s in all. Try them now: ./shop publications retry%s"
                .formatted(answer.path("total").asInt(), dataDirectory.suffix()));
    return 0;
  }

  @Command(name = "retry")
  int retry(@Mixin DataDirectoryOption dataDirectory, @Option(names = "--json") boolean json) {
    JsonNode answer = new Management(dataDirectory).post(dataDirectory.shop(), "publications", "");
    if (json) {
      console.json(answer);
    } else {
      console.result("Retried: " + answer.path("retried").asInt());
    }
    return 0;
  }
}
