package com.gopher.cli.command;

import com.gopher.launcher.console.ForeignText;
import com.gopher.launcher.process.RunningProcess;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running shop how far its backfill is, starts and stops it. */
final class ShopBackfill {

  static final int HIGHEST_RATE = 10_000;

  private static final String ENDPOINT = "backfill";
  private static final int LONGEST_REASON = 200;

  private final Management management;
  private final RunningProcess shop;

  ShopBackfill(Management management, RunningProcess shop) {
    this.management = management;
    this.shop = shop;
  }

  /** Empty if the shop has no road, or is too old to say. */
  Optional<JsonNode> find() {
    return management.find(shop, ENDPOINT);
  }

  JsonNode start(int rate) {
    // A management call takes texts only.
    Map<String, String> wish = Map.of("rate", String.valueOf(rate));
    String body = JsonMapper.shared().writeValueAsString(wish);
    return management.post(shop, ENDPOINT, body);
  }

  JsonNode stop() {
    return management.delete(shop, ENDPOINT);
  }

  static boolean isRunning(JsonNode state) {
    return is(state, "running");
  }

  /** Whether it was begun and is not at its end. */
  static boolean isAsked(JsonNode state) {
    return isRunning(state) || is(state, "stopped");
  }

  static String inWords(JsonNode state) {
    long left = state.path("left").asLong();
    if (!isAsked(state) && !is(state, "finished")) {
      return "No backfill was started; %s orders are not announced as they are now."
          .formatted(left);
    }
    String words =
        "The backfill is %s since %s: %s orders announced, %s left"
            .formatted(
                state.path("state").asString(),
                state.path("since").asString(),
                state.path("done").asLong(),
                left);
    if (!isRunning(state)) {
      return words + ".";
    }
    String waitsFor = ForeignText.line(state.path("waitsFor").asString(""), LONGEST_REASON);
    return words
        + ", %s s at %s orders/s"
            .formatted(state.path("secondsLeft").asLong(), state.path("rate").asInt())
        + (waitsFor.isEmpty() ? "." : ". It waits: " + waitsFor + ".");
  }

  private static boolean is(JsonNode state, String name) {
    return state.path("state").asString("").equals(name);
  }
}
