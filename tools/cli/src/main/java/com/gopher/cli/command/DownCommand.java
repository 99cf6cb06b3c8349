package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends what runs in a data directory. */
@Command(name = "down")
public final class DownCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  public DownCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var data = dataDirectory.open();
    List<RunningProcess> ended = new Fleet(data, console, Duration.ZERO).takeDown();
    if (ended.isEmpty()) {
      console.result("Nothing ran in %s.", data.root());
    }
    for (RunningProcess process : ended) {
      console.result("Ended " + process.name() + " (pid " + process.pid() + ").");
    }
    return 0;
  }
}
