package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.Delivery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Gives new orders back to the shop; the tracker goes on with what it holds. */
@Command(name = "rollback")
public final class RollbackCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--for-good")
  private boolean forGood;

  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "rollback")
  private String why = "rollback";

  @Option(names = "--json")
  private boolean json;

  public RollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    RunningProcess shop = dataDirectory.shop();
    if (forGood && !City.livesIn(dataDirectory.open())) {
      throw new CouldNotRun(
          "No city lives in the data directory %s: there is none to end. Nothing was changed.",
          dataDirectory.open().root());
    }
    var management = new Management(dataDirectory);
    var delivery = new ShopDelivery(management, shop);
    JsonNode after = delivery.changeAndNote(Delivery.IN_PROCESS, why, dataDirectory);
    var table = new ModeTable(console, json);
    if (!forGood) {
      table.show(after);
      console.narrate(
          "What the tracker holds it finishes. To give it new orders again: ./shop cutover%s",
          dataDirectory.suffix());
      return 0;
    }
    if (!json) {
      table.show(after);
    }
    var city = new EndOfCity(console, dataDirectory, management, delivery);
    JsonNode last = city.awaitTrackersOrders();
    if (json) {
      table.show(last);
    }
    return city.end() ? 0 : 1;
  }
}
