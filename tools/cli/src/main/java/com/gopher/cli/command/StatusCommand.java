package com.gopher.cli.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.Probe;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Tells how the processes of a data directory are. */
@Command(name = "status")
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

  record Seen(
      @JsonUnwrapped RunningProcess process, State state, @JsonUnwrapped Condition condition) {

    boolean isWell() {
      return state == State.ready && !condition.needsAPerson();
    }

    String inWords() {
      return condition.waiting().isEmpty() ? state.words : state.words + "; " + condition.inWords();
    }
  }

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--json")
  private boolean json;

  /** What should be known of processes that are ready, and is not, with the reason. */
  private final List<String> notKnown = new ArrayList<>();

  public StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var data = dataDirectory.open();
    var management = new Management(dataDirectory);
    List<Seen> all = data.running().stream().map(process -> seen(process, management)).toList();
    Optional<JsonNode> delivery = delivery(all, management);
    Optional<JsonNode> backfill = backfill(all, management);
    Optional<Reconciliation> reconciliation = reconciliation(all, management);
    if (json) {
      var answer = new LinkedHashMap<String, Object>();
      answer.put("processes", all);
      delivery.ifPresent(it -> answer.put("delivery", it));
      backfill.ifPresent(it -> answer.put("backfill", it));
      reconciliation.ifPresent(it -> answer.put("reconciliation", it));
      if (!notKnown.isEmpty()) {
        answer.put("notKnown", notKnown);
      }
      console.json(answer);
    } else if (all.isEmpty()) {
      console.result("Nothing runs in %s.", data.root());
      console.narrate("Next: " + dataDirectory.upCommand());
    } else {
      var states = new HashMap<String, String>();
      all.forEach(seen -> states.put(seen.process().name(), coloured(seen)));
      new ProcessTable(console)
          .show(
              all.stream().map(Seen::process).toList(),
              "state",
              process -> states.get(process.name()));
      delivery.ifPresent(it -> console.result("%s", ShopDelivery.inWords(it)));
      backfill
          .filter(ShopBackfill::isAsked)
          .ifPresent(it -> console.result("%s", ShopBackfill.inWords(it)));
      reconciliation.ifPresent(this::show);
    }
    if (!all.stream().allMatch(seen -> seen.state() == State.ready)) {
      console.narrate(
          "Next: " + dataDirectory.upCommand() + " starts what is dead or does not answer.");
    }
    for (Seen seen : all) {
      if (seen.condition().needsAPerson()) {
        console.narrate(Conditions.advice(seen.process()));
      }
    }
    boolean differ = reconciliation.isPresent() && reconciliation.get().needsAPerson();
    if (differ) {
      console.narrate(
          "Some have been so for more than a minute. Next: ./shop resend%s announces them again; twice does no harm.",
          dataDirectory.suffix());
    }
    notKnown.forEach(sentence -> console.narrate(sentence));
    return !differ && notKnown.isEmpty() && all.stream().allMatch(Seen::isWell) ? 0 : 1;
  }

  private Optional<JsonNode> backfill(List<Seen> all, Management management) {
    try {
      return readyShop(all).flatMap(shop -> new ShopBackfill(management, shop).find());
    } catch (CouldNotRun e) {
      notKnown.add("The shop does not say how far its backfill is. " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<RunningProcess> readyShop(List<Seen> all) {
    return all.stream()
        .filter(seen -> seen.state() == State.ready && seen.process().name().equals(City.SHOP))
        .map(Seen::process)
        .findFirst();
  }

  private Optional<JsonNode> delivery(List<Seen> all, Management management) {
    try {
      return readyShop(all).flatMap(shop -> new ShopDelivery(management, shop).find());
    } catch (CouldNotRun e) {
      notKnown.add("The shop does not say who decides about new orders. " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Reconciliation> reconciliation(List<Seen> all, Management management) {
    List<RunningProcess> ready =
        all.stream().filter(seen -> seen.state() == State.ready).map(Seen::process).toList();
    try {
      return new Reconciler(management, Clock.systemUTC()).of(ready);
    } catch (CouldNotRun e) {
      // Who may not ask the tracker, or asks when it ends, still learns the rest.
      notKnown.add("Shop and tracker were not compared. " + e.getMessage());
      return Optional.empty();
    }
  }

  private void show(Reconciliation reconciliation) {
    String words = reconciliation.inWords() + ".";
    console.result(reconciliation.needsAPerson() ? console.bad(words) : words);
  }

  private String coloured(Seen seen) {
    return seen.isWell() ? console.good(seen.inWords()) : console.bad(seen.inWords());
  }

  private static Seen seen(RunningProcess process, Management management) {
    State state = stateOf(process);
    return new Seen(
        process,
        state,
        state == State.ready ? Condition.of(process, management) : Condition.unasked());
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
