package com.gopher.lab.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gopher.lab.console.Console;
import com.gopher.lab.process.Probe;
import com.gopher.lab.process.RunningProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how the processes of a data directory are. */
@Command(
    name = "status",
    description = "Tells what runs and how it is; exit code 1 if a process is not ready.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

  enum State {
    ready,
    not_ready("runs, not ready"),
    not_answering("runs, does not answer"),
    dead;

    private final String words;

    State() {
      this.words = name();
    }

    State(String words) {
      this.words = words;
    }
  }

  record Seen(@JsonUnwrapped RunningProcess process, State state) {}

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  public StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var data = dataDirectory.open();
    List<Seen> all =
        data.running().stream().map(process -> new Seen(process, stateOf(process))).toList();
    if (json) {
      console.json(Map.of("processes", all));
    } else if (all.isEmpty()) {
      console.result("Nothing runs in " + data.root() + ".");
      console.narrate("Next: ./shop up castle" + dataDirectory.suffix());
    } else {
      all.forEach(this::show);
    }
    boolean well = all.stream().allMatch(seen -> seen.state() == State.ready);
    if (!well) {
      console.narrate(
          "Next: ./shop up castle --detach"
              + dataDirectory.suffix()
              + " starts what is dead or does not answer.");
    }
    return well ? 0 : 1;
  }

  private void show(Seen seen) {
    String words = seen.state().words;
    RunningProcess process = seen.process();
    console.result(
        String.format(
            "%-10s %s   %s   (pid %d, log %s)",
            process.name(),
            seen.state() == State.ready ? console.good(words) : console.bad(words),
            process.url(),
            process.pid(),
            process.log()));
  }

  private static State stateOf(RunningProcess process) {
    if (!process.isAlive()) {
      return State.dead;
    }
    Probe probe = process.probe();
    if (!probe.isAnswering()) {
      return State.not_answering;
    }
    return probe.isReady() ? State.ready : State.not_ready;
  }
}
