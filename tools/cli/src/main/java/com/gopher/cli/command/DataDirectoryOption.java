package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.DistributedMonolith;
import com.gopher.launcher.shape.FrontDoor;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that all commands share which look at a running system. */
final class DataDirectoryOption {

  @Option(names = "--data-dir", paramLabel = "DIR", defaultValue = ".shop")
  private Path path = Path.of(".shop");

  DataDirectory open() {
    return new DataDirectory(path);
  }

  /** The address at which customers arrive, or a sentence that says how to open it. */
  URI frontDoor() {
    return FrontDoor.of(open()).orElseGet(this::shop).url();
  }

  /** The running shop, or a sentence that says how to start it. */
  RunningProcess shop() {
    return open()
        .running(Castle.SHOP)
        .filter(RunningProcess::isAlive)
        .orElseThrow(
            () ->
                new CouldNotRun(
                    "No shop runs in the data directory %s. Start it with: %s",
                    open().root(), upCommand()));
  }

  /** What the user types to start again what was started here last. */
  String upCommand() {
    String shape =
        DistributedMonolith.livesIn(open())
            ? DistributedMonolith.NAME
            : City.livesIn(open()) ? "city" : "castle";
    return "./shop up " + shape + " --detach" + suffix();
  }

  /** What has to be added to a command that the user shall type. */
  String suffix() {
    return path.equals(Path.of(".shop"))
        ? ""
        : " --data-dir " + DataDirectory.typed(path.toString());
  }
}
