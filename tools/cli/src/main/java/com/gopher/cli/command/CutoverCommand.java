package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Gives new orders to the tracker, while shop and tracker run. */
@Command(name = "cutover")
public final class CutoverCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--longest-wait", paramLabel = "SECONDS", defaultValue = "2")
  private int longestWait = 2;

  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "cutover")
  private String why = "cutover";

  @Option(names = "--force")
  private boolean force;

  @Option(names = "--json")
  private boolean json;

  public CutoverCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (longestWait < 1) {
      throw new CouldNotRun("--longest-wait must be at least 1 second. Nothing was changed.");
    }
    RunningProcess shop = dataDirectory.shop();
    var management = new Management(dataDirectory);
    var delivery = new ShopDelivery(management, shop);
    JsonNode before = delivery.state();
    List<String> missing =
        ShopDelivery.is(before, Delivery.EXTRACTED)
            ? List.of()
            : new RoadCheck(dataDirectory, management, Duration.ofSeconds(longestWait))
                .missing(shop, before);
    if (!missing.isEmpty() && !force) {
      return refuse(before, missing);
    }
    String reason = missing.isEmpty() ? why : why + "; forced: " + String.join(" ", missing);
    JsonNode after = delivery.changeAndNote(Delivery.EXTRACTED, reason, dataDirectory);
    if (!missing.isEmpty()) {
      missing.forEach(sentence -> console.narrate("Missing: %s", sentence));
      console.narrate(
          "Forced: new orders stay PLACED, and none of them can be cancelled, until what is missing is there. That was recorded.");
    }
    new ModeTable(console, json).show(after);
    console.narrate("The way back: ./shop rollback%s", dataDirectory.suffix());
    return 0;
  }

  private int refuse(JsonNode before, List<String> missing) {
    new ModeTable(console, json).show(before, missing);
    // A shop without a road refuses that too.
    String without =
        before.path("connected").asBoolean()
            ? " --force does without: new orders would stay PLACED until then."
            : "";
    console.narrate(
        "Nothing was changed. When it is mended, type the same command again.%s", without);
    return 1;
  }
}
