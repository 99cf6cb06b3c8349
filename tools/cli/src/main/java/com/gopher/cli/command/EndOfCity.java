package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Waits until the tracker has nothing left to deliver, and ends the city. It keeps nothing: who
 * leaves it and begins again goes on with what is left.
 */
final class EndOfCity {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /**
   * How often in a row none must be open: an order whose transaction began before the mode was
   * changed may still become the tracker's.
   */
  private static final int LOOKS_WITHOUT_ANY = 3;

  private static final int LOOKS_BETWEEN_WORDS = 5;

  /** As {@code ./shop reconcile} has it. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final int SHOWN = 10;

  private final Console console;
  private final DataDirectoryOption dataDirectory;
  private final Management management;
  private final ShopDelivery delivery;

  EndOfCity(
      Console console,
      DataDirectoryOption dataDirectory,
      Management management,
      ShopDelivery delivery) {
    this.console = console;
    this.dataDirectory = dataDirectory;
    this.management = management;
    this.delivery = delivery;
  }

  /**
   * Returns what the shop said last, when it knows of no open order of the tracker.
   *
   * @throws CouldNotRun if somebody gives new orders to the tracker meanwhile, or the shop does not
   *     answer
   */
  JsonNode awaitTrackersOrders() throws InterruptedException {
    int withoutAny = 0;
    long said = -1;
    for (int look = 0; ; look++) {
      JsonNode now = delivery.state();
      refuseIfCutOver(now);
      long open = now.at("/openOrders/tracker").asLong();
      withoutAny = open == 0 ? withoutAny + 1 : 0;
      if (withoutAny == LOOKS_WITHOUT_ANY) {
        return now;
      }
      if (open > 0 && open != said && look % LOOKS_BETWEEN_WORDS == 0) {
        tell(open, said < 0);
        said = open;
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  private void refuseIfCutOver(JsonNode now) {
    if (!ShopDelivery.is(now, Delivery.IN_PROCESS)) {
      throw new CouldNotRun(
          "Somebody has given new orders to the tracker again (%s: %s). The city was not ended.",
          now.at("/history/0/by").asString(), now.at("/history/0/reason").asString());
    }
  }

  private void tell(long open, boolean isFirst) {
    console.narrate("The tracker still holds open orders: %s", open);
    if (!isFirst) {
      return;
    }
    console.narrate(
        "Waiting until it has delivered them. Ctrl-C leaves everything as it is now; the same command goes on from there.");
    if (ready().stream().noneMatch(City::isTracker)) {
      console.narrate(
          console.bad("No tracker is ready; ./shop up city%s, typed elsewhere, starts it."),
          dataDirectory.suffix());
    }
    compared().filter(Reconciliation::needsAPerson).ifPresent(this::tellOfDifferences);
  }

  private void tellOfDifferences(Reconciliation found) {
    console.narrate(console.bad("%s."), found.inWords());
    console.narrate(
        "Typed elsewhere, ./shop resend%s announces them again; twice does no harm.",
        dataDirectory.suffix());
  }

  /**
   * Compares what shop and tracker know of the tracker's orders, ends all processes, and forgets
   * how the city was built.
   *
   * @return false if they differ, or there is no tracker to ask; nothing was ended then
   */
  boolean end() throws InterruptedException {
    Optional<RunningProcess> tracker = ready().stream().filter(City::isTracker).findFirst();
    if (tracker.isEmpty()) {
      console.narrate(
          "No tracker is ready to be compared with, and the city was not ended. Next: ./shop up city%s",
          dataDirectory.suffix());
      return false;
    }
    List<OrderDifference> differences = differences(tracker.get());
    if (!differences.isEmpty()) {
      differences.stream().limit(SHOWN).forEach(it -> console.narrate("%s", it.inWords()));
      console.narrate(
          "Shop and tracker know different things of the tracker's orders: %s. The city was not ended. Next: ./shop reconcile --repair%s",
          differences.size(), dataDirectory.suffix());
      return false;
    }
    DataDirectory data = dataDirectory.open();
    String gateway = City.hasGateway(data) ? " --gateway" : "";
    new Fleet(data, console, Duration.ZERO).takeDown();
    City.forget(data);
    console.narrate(
        "The city has ended. What Kafka and the tracker had stored stays in the data directory. Next: ./shop up castle%s --detach%s",
        gateway, dataDirectory.suffix());
    return true;
  }

  /** What the tracker never learned of the shop's own orders, a castle does not miss. */
  private List<OrderDifference> differences(RunningProcess tracker) throws InterruptedException {
    var ranges = new OrderRanges(management, dataDirectory.shop(), tracker);
    return new OrderReconciliation(ranges, GRACE)
        .run().differences().stream()
            .filter(it -> isTheTrackers(it.shop()) || isTheTrackers(it.tracker()))
            .toList();
  }

  private static boolean isTheTrackers(@Nullable KnownRow row) {
    return row != null && row.decider().contains("tracker");
  }

  private Optional<Reconciliation> compared() {
    return new Reconciler(management, Clock.systemUTC()).of(ready());
  }

  private List<RunningProcess> ready() {
    return dataDirectory.open().running().stream()
        .filter(process -> process.isAlive() && process.probe().isReady())
        .toList();
  }
}
