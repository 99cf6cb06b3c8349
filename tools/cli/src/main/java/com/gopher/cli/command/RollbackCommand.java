package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.Delivery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives new orders back to the shop; the tracker goes on with what it holds. */
@Command(name = "rollback")
public final class RollbackCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "rollback")
  private String why = "rollback";

  @Option(names = "--json")
  private boolean json;

  public RollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var delivery = new ShopDelivery(new Management(dataDirectory), dataDirectory.shop());
    new ModeTable(console, json)
        .show(delivery.changeAndNote(Delivery.IN_PROCESS, why, dataDirectory));
    console.narrate(
        "What the tracker holds it finishes. To give it new orders again: ./shop cutover%s",
        dataDirectory.suffix());
    return 0;
  }
}
