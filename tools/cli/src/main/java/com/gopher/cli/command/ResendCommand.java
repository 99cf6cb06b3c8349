package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Announces those open orders again of which shop and tracker know different things. */
@Command(name = "resend")
public final class ResendCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--json")
  private boolean json;

  public ResendCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunningProcess shop = dataDirectory.shop();
    var reconciler = new Reconciler(new Management(dataDirectory), Clock.systemUTC());
    List<RunningProcess> ready =
        dataDirectory.open().running().stream()
            .filter(process -> process.isAlive() && process.probe().isReady())
            .toList();
    Reconciliation found =
        reconciler
            .of(ready)
            .orElseThrow(
                () ->
                    new CouldNotRun(
                        "Shop and tracker cannot be compared: both have to be ready. Nothing was announced. Next: ./shop status%s",
                        dataDirectory.suffix()));
    long announced = reconciler.resend(shop, found.differing());
    if (json) {
      console.json(Map.of("reconciliation", found, "announced", announced));
      return 0;
    }
    console.result(found.inWords() + ".");
    console.result("Announced again: " + announced);
    if (announced > 0) {
      console.narrate(
          "The outbox sends them, and the tracker answers each. Next: ./shop status%s",
          dataDirectory.suffix());
    }
    return 0;
  }
}
