package com.gopher.lab.faults;

import com.gopher.launcher.shape.Delivery;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** Has the shop of a city change who decides about new orders, and remembers when. */
final class ModeSwitch {

  private static final String ENDPOINT = "delivery";

  private final CityUnderTest city;
  private final ModesInForce modes;

  /**
   * @param atFirst the mode in which the city was started
   */
  ModeSwitch(CityUnderTest city, Delivery atFirst) {
    this.city = city;
    this.modes = new ModesInForce(atFirst);
  }

  /**
   * Returns when the mode is in force.
   *
   * @throws IOException if the shop does not answer or refuses: nobody knows which mode is in force
   */
  void change(Delivery mode) throws IOException {
    change(mode, Instant.now());
  }

  /**
   * The same, for a change that may have been asked for in vain before.
   *
   * @param asked for the first time
   */
  void change(Delivery mode, Instant asked) throws IOException {
    ask(mode);
    modes.changed(mode, asked, Instant.now());
  }

  /** Asks, and remembers nothing. */
  void ask(Delivery mode) throws IOException {
    city.tellShop(
        ENDPOINT, "{\"mode\":\"%s\",\"by\":\"the lab\",\"reason\":\"a fault\"}".formatted(mode));
  }

  /** The mode in force, as the shop says. */
  String inForce() throws IOException {
    return city.askShop(ENDPOINT).path("mode").asString();
  }

  ModesInForce modes() {
    return modes;
  }

  /** How long the changes took, and what came of them. */
  String figures(Observed seen) {
    return String.format(
        Locale.ROOT,
        "changes took %s ms; %s orders of the shop, %s of the tracker; the slowest answer to a customer took %.2f s",
        modes.durations(),
        ordersOf("shop", seen),
        ordersOf("tracker", seen),
        seen.longestSeconds());
  }

  /** True if each side had to decide about some. */
  static boolean bothDecided(Observed seen) {
    return ordersOf("shop", seen) > 0 && ordersOf("tracker", seen) > 0;
  }

  private static long ordersOf(String decider, Observed seen) {
    return seen.deciders().values().stream().filter(it -> it.contains(decider)).count();
  }
}
