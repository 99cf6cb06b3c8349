package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Has the shop announce the orders that were never announced as they are now. */
@Command(name = "backfill")
public final class BackfillCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--rate", paramLabel = "N", defaultValue = "500")
  private int rate = 500;

  @Option(names = "--stop")
  private boolean stop;

  @Option(names = "--status")
  private boolean status;

  @Option(names = "--json")
  private boolean json;

  public BackfillCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (stop && status) {
      throw new CouldNotRun("--stop and --status are two things; nothing was changed.");
    }
    if (rate < 1 || rate > ShopBackfill.HIGHEST_RATE) {
      throw new CouldNotRun(
          "--rate must be a number from 1 to %s. Nothing was started.", ShopBackfill.HIGHEST_RATE);
    }
    var backfill = new ShopBackfill(new Management(dataDirectory), dataDirectory.shop());
    JsonNode found =
        backfill
            .find()
            .orElseThrow(
                () ->
                    new CouldNotRun(
                        "The shop is not connected to Kafka, or does not know the command: there is nobody to announce anything to. Nothing was started. Next: ./shop up city --detach%s",
                        dataDirectory.suffix()));
    JsonNode state = status ? found : stop ? backfill.stop() : backfill.start(rate);
    if (json) {
      console.json(state);
      return 0;
    }
    console.result("%s", ShopBackfill.inWords(state));
    if (ShopBackfill.isAsked(state)) {
      console.narrate(
          "Next: ./shop backfill%s%s",
          ShopBackfill.isRunning(state) ? " --status" : "", dataDirectory.suffix());
    }
    return 0;
  }
}
