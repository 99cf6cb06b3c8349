package com.gopher.cli.command;

import com.gopher.cli.command.OrderReconciliation.Found;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Compares what shop and tracker know, order by order; nobody opens the other's database. */
@Command(name = "reconcile")
public final class ReconcileCommand implements Callable<Integer> {

  private static final int SHOWN = 10;
  private static final Duration LONGEST_GRACE = Duration.ofMinutes(10);

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--grace", paramLabel = "SECONDS", defaultValue = "10")
  private int grace = 10;

  @Option(names = "--repair")
  private boolean repair;

  @Option(names = "--json")
  private boolean json;

  public ReconcileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (grace < 1 || grace > LONGEST_GRACE.toSeconds()) {
      throw new CouldNotRun(
          "--grace must be from 1 to %s seconds. Nothing was compared.", LONGEST_GRACE.toSeconds());
    }
    RunningProcess shop = dataDirectory.shop();
    var management = new Management(dataDirectory);
    Found found = compare(management, shop);
    long announced = 0;
    if (repair && !found.differences().isEmpty()) {
      announced =
          ranges(management, shop)
              .announceAgain(found.differences().stream().map(OrderDifference::id).toList());
      found = compare(management, shop);
    }
    note(management, shop, found);
    show(found, announced);
    return found.differences().isEmpty() ? 0 : 1;
  }

  private Found compare(Management management, RunningProcess shop) throws InterruptedException {
    return new OrderReconciliation(ranges(management, shop), Duration.ofSeconds(grace)).run();
  }

  private OrderRanges ranges(Management management, RunningProcess shop) {
    RunningProcess tracker =
        dataDirectory.open().running().stream()
            .filter(process -> City.isTracker(process) && process.isAlive())
            .findFirst()
            .orElseThrow(
                () ->
                    new CouldNotRun(
                        "No tracker runs, and nothing was compared. Next: ./shop status%s",
                        dataDirectory.suffix()));
    return new OrderRanges(management, shop, tracker);
  }

  private static void note(Management management, RunningProcess shop, Found found) {
    // A management call takes texts only.
    Map<String, String> body =
        Map.of(
            "compared", String.valueOf(found.compared()),
            "differences", String.valueOf(found.differences().size()),
            "pending", String.valueOf(found.pending()));
    management.post(shop, "reconciliation", JsonMapper.shared().writeValueAsString(body));
  }

  private void show(Found found, long announced) {
    List<OrderDifference> first = found.differences().stream().limit(SHOWN).toList();
    if (json) {
      var answer = new LinkedHashMap<String, Object>();
      answer.put("compared", found.compared());
      answer.put("shipsItself", found.shipsItself());
      answer.put("differences", found.differences().size());
      answer.put("pending", found.pending());
      answer.put("announced", announced);
      answer.put("first", first);
      console.json(answer);
      return;
    }
    String counts =
        "Compared: %s orders, %s of them shipped by the shop itself. Different: %s. Pending: %s."
            .formatted(
                found.compared(), found.shipsItself(), found.differences().size(), found.pending());
    console.result(
        "%s", found.differences().isEmpty() ? console.good(counts) : console.bad(counts));
    first.forEach(it -> console.result("%s", it.inWords()));
    if (repair) {
      console.result("Announced again: %s", announced);
    }
    console.narrate(
        "Not compared, on purpose: the times of what the shop ships itself (the tracker knows only since when such an order has its last state, and the shop when its parcel got it); times that only one side knows (one that has lost its data knows the later ones).");
    advise(found);
  }

  private void advise(Found found) {
    if (!found.differences().isEmpty()) {
      console.narrate(
          repair
              ? "What is left cannot be mended by announcing it: somebody changed a row by hand, or lost one. Look at it in both programs."
              : "Next: ./shop reconcile --repair%s announces these orders again, and the tracker tells what it knows of them. Orders of a castle that are missing: ./shop backfill",
          dataDirectory.suffix());
    } else if (found.pending() > 0) {
      console.narrate(
          "Pending orders changed as long as they were looked at. Next: ./shop reconcile%s",
          dataDirectory.suffix());
    }
  }
}
