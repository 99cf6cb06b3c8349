package com.gopher.cli.command;

import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.Delivery;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running shop who decides about new orders, and has it changed. */
final class ShopDelivery {

  private static final String ENDPOINT = "delivery";
  private static final int LONGEST_REASON = 500;

  private final Management management;
  private final RunningProcess shop;

  ShopDelivery(Management management, RunningProcess shop) {
    this.management = management;
    this.shop = shop;
  }

  /** Empty if the shop is too old to say. */
  Optional<JsonNode> find() {
    return management.find(shop, ENDPOINT);
  }

  JsonNode state() {
    return management.get(shop, ENDPOINT);
  }

  /** Has the mode changed in the name of the user who runs this program. */
  JsonNode change(Delivery mode, String reason) {
    String cut = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    String user = System.getProperty("user.name", "unknown");
    Map<String, String> body = Map.of("mode", mode.toString(), "by", user, "reason", cut);
    return management.post(shop, ENDPOINT, JsonMapper.shared().writeValueAsString(body));
  }

  /** The same, and notes it for the next start of the city. */
  JsonNode changeAndNote(Delivery mode, String reason, DataDirectoryOption dataDirectory) {
    JsonNode after = change(mode, reason);
    City.noteDelivery(dataDirectory.open(), mode);
    return after;
  }

  static boolean is(JsonNode state, Delivery mode) {
    return state.path("mode").asString("").equals(mode.toString());
  }

  static String inWords(JsonNode state) {
    return "New orders are %s (%s) since %s. Open: %s of the shop, %s of the tracker."
        .formatted(
            is(state, Delivery.EXTRACTED) ? "the tracker's" : "the shop's",
            state.path("mode").asString(),
            state.path("since").asString(),
            state.at("/openOrders/shop").asLong(),
            state.at("/openOrders/tracker").asLong());
  }
}
