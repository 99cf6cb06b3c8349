package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.console.ForeignText;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Shows what shop and trackers have to tell and Kafka has not taken yet, and retries or gives up
 * what it refused.
 */
@Command(name = "outbox", synopsisSubcommandLabel = "(list | show | retry | dismiss)")
public final class OutboxCommand {

  private static final int LONGEST_CONTENT = 64 * 1024;

  private final Console console;

  public OutboxCommand(Console console) {
    this.console = console;
  }

  @Command(name = "list")
  int list(@Mixin DataDirectoryOption dataDirectory, @Option(names = "--json") boolean json) {
    var management = new Management(dataDirectory);
    var answers = new LinkedHashMap<String, JsonNode>();
    for (RunningProcess process : owners(dataDirectory)) {
      answers.put(process.name(), management.get(process, "outbox"));
    }
    if (json) {
      console.json(answers);
    } else {
      answers.forEach(this::show);
      long parked = answers.values().stream().mapToLong(it -> it.path("parked").asLong()).sum();
      if (parked > 0) {
        console.narrate(
            "%s parked. Send them again: ./shop outbox retry%s; look into one: ./shop outbox show --of PROCESS --id ID%s",
            parked, dataDirectory.suffix(), dataDirectory.suffix());
      }
    }
    return 0;
  }

  private void show(String owner, JsonNode state) {
    console.result(
        "%-10s %s waiting, the oldest for %s s, %s of them parked",
        owner,
        state.path("backlog").asLong(),
        state.path("oldestSeconds").asLong(),
        state.path("parked").asLong());
    for (JsonNode parked : state.path("parkedRecords")) {
      console.result(
          "  %s  %s of %s, refused at %s: %s",
          parked.path("id").asString(),
          parked.path("eventType").asString(),
          parked.path("key").asString(),
          parked.path("parkedAt").asString(),
          parked.path("reason").asString());
    }
  }

  @Command(name = "show")
  int show(
      @Mixin DataDirectoryOption dataDirectory,
      @Option(names = "--of", paramLabel = "PROCESS", required = true) String of,
      @Option(names = "--id", paramLabel = "ID", required = true) long id,
      @Option(names = "--json") boolean json) {
    JsonNode shown = new Management(dataDirectory).get(owner(dataDirectory, of), "outbox/" + id);
    if (json) {
      console.json(shown);
      return 0;
    }
    console.result(ForeignText.line(shown.path("payload").asString(), LONGEST_CONTENT));
    console.narrate(
        "Give it up, so that what waits behind it is sent: ./shop outbox dismiss --of %s --id %s%s",
        of, id, dataDirectory.suffix());
    return 0;
  }

  @Command(name = "dismiss")
  int dismiss(
      @Mixin DataDirectoryOption dataDirectory,
      @Option(names = "--of", paramLabel = "PROCESS", required = true) String of,
      @Option(names = "--id", paramLabel = "ID", required = true) long id,
      @Option(names = "--json") boolean json) {
    new Management(dataDirectory).delete(owner(dataDirectory, of), "outbox/" + id);
    if (json) {
      console.json(Map.of("dismissed", id));
    } else {
      console.result("Dismissed: " + id);
    }
    return 0;
  }

  @Command(name = "retry")
  int retry(
      @Mixin DataDirectoryOption dataDirectory,
      @Option(names = "--of", paramLabel = "PROCESS") @Nullable String of,
      @Option(names = "--id", paramLabel = "ID") @Nullable Long id,
      @Option(names = "--json") boolean json) {
    if (id != null && of == null) {
      throw new CouldNotRun(
          "Shop and tracker each count their own records: say whose with --of. Nothing was retried.");
    }
    var management = new Management(dataDirectory);
    var retried = new LinkedHashMap<String, Integer>();
    for (RunningProcess process : owners(dataDirectory)) {
      if (of == null || of.equals(process.name())) {
        String body = id == null ? "{}" : "{\"id\":" + id + "}";
        retried.put(
            process.name(), management.post(process, "outbox", body).path("records").asInt());
      }
    }
    if (retried.isEmpty()) {
      throw noneCalled(of, dataDirectory);
    }
    if (json) {
      console.json(Map.of("retried", retried));
    } else {
      retried.forEach((owner, records) -> console.result(owner + ": retried " + records));
    }
    return 0;
  }

  private static RunningProcess owner(DataDirectoryOption dataDirectory, String name) {
    return owners(dataDirectory).stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() -> noneCalled(name, dataDirectory));
  }

  private static CouldNotRun noneCalled(@Nullable String name, DataDirectoryOption dataDirectory) {
    return new CouldNotRun(
        "No " + name + " runs here. Next: ./shop status" + dataDirectory.suffix());
  }

  /** Trackers share one outbox, so one of them speaks for all. */
  private static List<RunningProcess> owners(DataDirectoryOption dataDirectory) {
    var data = dataDirectory.open();
    if (!City.livesIn(data)) {
      throw new CouldNotRun(
          "No city lives in the data directory %s, and a castle has no outbox that sends. Start one with: ./shop up city --detach%s",
          data.root(), dataDirectory.suffix());
    }
    var owners = new ArrayList<RunningProcess>();
    owners.add(dataDirectory.shop());
    data.running().stream()
        .filter(process -> process.isAlive() && City.isTracker(process))
        .findFirst()
        .ifPresent(owners::add);
    return owners;
  }
}
