package com.gotracker.shipping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/shipments}: which of some orders have no shipment here, and of which the asker
 * has missed something; and what is known of a range of them. The first is a write operation only
 * because the question is too long for an address: nothing is changed.
 */
@Component
@Endpoint(id = "shipments")
class ShipmentsEndpoint {

  private static final int MOST = 1_000;

  /** The shop ends its ranges after a thousand; this many are only where it knows far fewer. */
  private static final int MOST_IN_A_RANGE = 10_000;

  private static final Pattern ORDER =
      Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}):(\\d{1,18})");

  private final ShipmentProgress progress;

  ShipmentsEndpoint(ShipmentProgress progress) {
    this.progress = progress;
  }

  /**
   * @param orders at most a thousand, in one text with commas: the id of an order, a colon, and the
   *     sequence that the asker heard last of its shipment, 0 for none
   */
  @WriteOperation
  Comparison compare(List<String> orders) {
    if (orders.size() > MOST) {
      throw invalid("At most %s orders are compared at once".formatted(MOST));
    }
    Map<UUID, Long> heard = new LinkedHashMap<>();
    for (String order : orders) {
      Matcher parts = ORDER.matcher(order);
      if (!parts.matches()) {
        throw invalid("One of the orders is not written as ID:SEQUENCE");
      }
      heard.put(UUID.fromString(parts.group(1)), Long.valueOf(parts.group(2)));
    }
    Map<UUID, Long> sequences = progress.sequences(heard.keySet());
    List<UUID> unknown = new ArrayList<>();
    List<UUID> missed = new ArrayList<>();
    heard.forEach(
        (id, sequence) -> {
          Long here = sequences.get(id);
          if (here == null) {
            unknown.add(id);
          } else if (here > sequence) {
            missed.add(id);
          }
        });
    return new Comparison(heard.size(), sequences.size(), unknown, missed);
  }

  /**
   * What the tracker knows of the orders of a range of ids, as one digest or row by row; of more
   * than ten thousand the first ten thousand.
   *
   * @param what {@code digest} or {@code rows}
   * @param after an id before the range; none for the first one
   * @param to the last id of the range; none for no end
   */
  @ReadOperation
  Object range(@Selector String what, @Nullable UUID after, @Nullable UUID to) {
    if (!what.equals("digest") && !what.equals("rows")) {
      throw invalid("Ask for /shipments/digest or /shipments/rows");
    }
    ShipmentRange range =
        progress.between(
            after == null ? new UUID(0, 0) : after,
            to == null ? new UUID(-1, -1) : to,
            MOST_IN_A_RANGE);
    return what.equals("rows")
        ? range
        : Map.of("orders", range.items().size(), "digest", range.digest());
  }

  /**
   * @param asked how many orders were asked about
   * @param known how many of them have a shipment
   * @param unknown those that have none
   * @param missed those whose shipment is further than the asker heard
   */
  record Comparison(int asked, int known, List<UUID> unknown, List<UUID> missed) {}

  private static InvalidEndpointRequestException invalid(String reason) {
    return new InvalidEndpointRequestException(reason, reason + "; nothing was compared.");
  }
}
