package com.gopher.cli.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of the parcel of an order at one side.
 *
 * @param times when it got each of its states
 * @param cancellationHeardAt when this side heard that the order is to be cancelled; null if it did
 *     not, or does not say
 */
record ParcelSteps(
    String status, Map<String, Instant> times, @Nullable Instant cancellationHeardAt) {

  static final String SHIPPED = "SHIPPED";
  static final String DELIVERED = "DELIVERED";
  static final String CANCELLED = "CANCELLED";

  /** Of a parcel that this side does not know. */
  static final ParcelSteps UNKNOWN = new ParcelSteps("unknown", Map.of(), null);

  /**
   * @param parcel with {@code status} and {@code history}, as both sides write it
   */
  static ParcelSteps of(JsonNode parcel) {
    var times = new LinkedHashMap<String, Instant>();
    for (JsonNode step : parcel.path("history")) {
      times.put(step.path("status").asString(""), Instant.parse(step.path("at").asString("")));
    }
    String heard = parcel.path("cancellationHeardAt").asString("");
    return new ParcelSteps(
        parcel.path("status").asString(""), times, heard.isEmpty() ? null : Instant.parse(heard));
  }

  boolean isCancelled() {
    return status.equals(CANCELLED);
  }

  boolean hasLeft() {
    return status.equals(SHIPPED) || status.equals(DELIVERED);
  }

  boolean isOver() {
    return isCancelled() || status.equals(DELIVERED);
  }

  /** When it left, as far as that is known. */
  Optional<Instant> leftAt() {
    return Optional.ofNullable(times.getOrDefault(SHIPPED, times.get(DELIVERED)));
  }
}
