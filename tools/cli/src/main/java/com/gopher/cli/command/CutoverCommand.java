package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

  @Option(names = "--clean-within", paramLabel = "MINUTES", defaultValue = "10")
  private int cleanWithin = 10;

  @Option(names = "--tried", paramLabel = "ORDERS", defaultValue = "200")
  private int tried = 200;

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
    if (cleanWithin < 1) {
      throw new CouldNotRun("--clean-within must be at least 1 minute. Nothing was changed.");
    }
    if (tried < 0) {
      throw new CouldNotRun("--tried must not be below 0. Nothing was changed.");
    }
    RunningProcess shop = dataDirectory.shop();
    var management = new Management(dataDirectory);
    var delivery = new ShopDelivery(management, shop);
    JsonNode before = delivery.state();
    List<String> missing =
        ShopDelivery.is(before, Delivery.EXTRACTED) ? List.of() : missing(management, shop, before);
    if (!missing.isEmpty() && !force) {
      return refuse(before, missing);
    }
    String reason = missing.isEmpty() ? why : why + "; forced: " + String.join(" ", missing);
    JsonNode after = delivery.changeAndNote(Delivery.EXTRACTED, reason, dataDirectory);
    if (!missing.isEmpty()) {
      missing.forEach(sentence -> console.narrate("Missing: %s", sentence));
      console.narrate(
          "Forced: new orders stay PLACED, and none of them can be cancelled, until the road that is missing is there; where only a comparison is, the tracker may not know what the shop knows. That was recorded.");
    }
    new ModeTable(console, json).show(after);
    console.narrate("The way back: ./shop rollback%s", dataDirectory.suffix());
    return 0;
  }

  private List<String> missing(Management management, RunningProcess shop, JsonNode before) {
    var missing =
        new ArrayList<>(
            new RoadCheck(dataDirectory, management, Duration.ofSeconds(longestWait))
                .missing(shop, before));
    // Without a road there is nobody to compare with.
    if (before.path("connected").asBoolean()) {
      missing.addAll(
          new CleanReconcile(dataDirectory, management, Clock.systemUTC())
              .missing(shop, Duration.ofMinutes(cleanWithin)));
    }
    if (ShopDelivery.is(before, Delivery.SHADOW)) {
      missing.addAll(new TrialCheck(dataDirectory, management, tried).missing());
    }
    return missing;
  }

  private int refuse(JsonNode before, List<String> missing) {
    new ModeTable(console, json).show(before, missing);
    // A shop without a road refuses that too.
    String without =
        before.path("connected").asBoolean()
            ? " --force does without: new orders would stay PLACED until the road is there, and what was not compared may differ."
            : "";
    console.narrate(
        "Nothing was changed. When it is mended, type the same command again.%s", without);
    return 1;
  }
}
