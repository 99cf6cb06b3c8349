package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.console.ForeignText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows, retries and gives up the events whose listeners have not finished. */
@Command(name = "publications", synopsisSubcommandLabel = "(list | show | retry | dismiss)")
public final class PublicationsCommand {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_CONTENT = 64 * 1024;

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
      if (item.path("reason").isString()) {
        console.result("  " + ForeignText.line(item.path("reason").asString(), LONGEST_LINE));
      }
    }
    console.narrate(
        answer.path("total").asInt() == 0
            ? "No event waits for its listener."
            : "%s in all. Try them now: ./shop publications retry%s"
                .formatted(answer.path("total").asInt(), dataDirectory.suffix()));
    return 0;
  }

  @Command(name = "show")
  int show(
      @Mixin DataDirectoryOption dataDirectory,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--json") boolean json) {
    JsonNode shown =
        new Management(dataDirectory)
            .get(dataDirectory.shop(), endpoint(id, "Nothing was read.", dataDirectory));
    if (json) {
      console.json(shown);
      return 0;
    }
    console.result("publication  " + id);
    console.result("listener     " + line(shown, "listener"));
    console.result("event        " + line(shown, "eventType"));
    console.result("attempts     " + line(shown, "attempts"));
    if (shown.path("reason").isString()) {
      console.result("reason       " + line(shown, "reason"));
    }
    console.result("");
    console.result(ForeignText.line(shown.path("content").asString(), LONGEST_CONTENT));
    console.narrate(
        "Give it up, so that its listener never hears of it: ./shop publications dismiss %s%s",
        id, dataDirectory.suffix());
    return 0;
  }

  @Command(name = "dismiss")
  int dismiss(
      @Mixin DataDirectoryOption dataDirectory,
      @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids,
      @Option(names = "--json") boolean json) {
    ids.forEach(id -> endpoint(id, "Nothing was dismissed.", dataDirectory));
    var management = new Management(dataDirectory);
    for (String id : ids) {
      management.delete(dataDirectory.shop(), endpoint(id, "", dataDirectory));
      if (!json) {
        console.result("Dismissed: " + id);
      }
    }
    if (json) {
      console.json(Map.of("dismissed", ids));
    }
    return 0;
  }

  private static String endpoint(String id, String unchanged, DataDirectoryOption dataDirectory) {
    if (!ID.matcher(id).matches()) {
      throw new CouldNotRun(
          "'%s' is no id of a publication. %s See them: ./shop publications list%s",
          ForeignText.line(id, LONGEST_LINE), unchanged, dataDirectory.suffix());
    }
    return "publications/" + id;
  }

  private static String line(JsonNode shown, String field) {
    return ForeignText.line(shown.path(field).asString(), LONGEST_LINE);
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
