package com.gopher.cli.command;

import com.gopher.launcher.console.ForeignText;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What one side knows of an order.
 *
 * @param times in milliseconds since 1970, by state
 */
record KnownRow(
    String id,
    String decider,
    String state,
    String trackingNumber,
    long sequence,
    Map<String, Long> times) {

  private static final int LONGEST = 200;

  static KnownRow of(JsonNode row) {
    var times = new LinkedHashMap<String, Long>();
    row.path("times").properties().forEach(it -> times.put(it.getKey(), it.getValue().asLong()));
    return new KnownRow(
        row.path("id").asString(),
        row.path("decider").asString(""),
        row.path("state").asString(""),
        row.path("trackingNumber").asString("unknown"),
        row.path("sequence").asLong(),
        times);
  }

  /** Of an order that one side has twice, as its own and as another's. */
  KnownRow twice(KnownRow other) {
    return new KnownRow(
        id, decider + " and " + other.decider, state, trackingNumber, sequence, times);
  }

  String inWords() {
    return ForeignText.line(
        "%s, %s's, %s, sequence %s".formatted(state, decider, trackingNumber, sequence), LONGEST);
  }
}
