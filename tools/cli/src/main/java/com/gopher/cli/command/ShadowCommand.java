package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.Delivery;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Has the tracker run new orders along, and compares what it made of them with what the shop did.
 */
@Command(name = "shadow")
public final class ShadowCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--begin")
  private boolean begin;

  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "shadow")
  private String why = "shadow";

  @Option(names = "--json")
  private boolean json;

  public ShadowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var management = new Management(dataDirectory);
    if (begin) {
      var delivery = new ShopDelivery(management, dataDirectory.shop());
      new ModeTable(console, json)
          .show(delivery.changeAndNote(Delivery.SHADOW, why, dataDirectory));
      console.narrate(
          "The shop ships new orders, and the tracker runs them along. What came of it: ./shop shadow%s",
          dataDirectory.suffix());
      return 0;
    }
    TrialReport report = TrialReport.of(new TrialReader(dataDirectory, management).read());
    if (json) {
      console.json(report);
    } else {
      show(report);
    }
    return report.other() == 0 ? 0 : 1;
  }

  private void show(TrialReport report) {
    console.result(
        "Orders tried: %s. Same outcome: %s, other outcome: %s, races: %s, not yet: %s.",
        report.tried(), report.same(), report.other(), report.races(), report.notYet());
    if (report.tried() == 0) {
      console.narrate(
          "No order was placed in the mode shadow. To begin: ./shop shadow --begin%s",
          dataDirectory.suffix());
      return;
    }
    console.result("How much later the tracker was, in ms:");
    console.result("  %-10s %8s %8s %8s %8s", "step", "orders", "p50", "p90", "p99");
    for (TrialReport.StepDelay step : report.steps()) {
      console.result(
          "  %-10s %8s %8s %8s %8s",
          step.step(), step.orders(), shown(step.p50()), shown(step.p90()), shown(step.p99()));
    }
    for (TrialReport.Example example : report.examples()) {
      console.result(
          "%s %s: shop %s, tracker %s",
          label(example.outcome()), example.order(), example.shop(), example.tracker());
    }
    if (report.races() > 0) {
      console.narrate(
          "A race is a cancellation that came while one side had shipped and the other had not. Both were right, and it says nothing against the tracker.");
    }
  }

  private static String label(TriedOrder.Outcome outcome) {
    return switch (outcome) {
      case SAME -> "same";
      case OTHER -> "other outcome";
      case RACE -> "race";
      case NOT_YET -> "not yet";
    };
  }

  private static String shown(@Nullable Long millis) {
    return millis == null ? "-" : millis.toString();
  }
}
