package com.gotracker.shipping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/shipments}: which of some orders have no shipment here, and of which the asker
 * has missed something. A write operation only because the question is too long for an address:
 * nothing is changed.
 */
@Component
@Endpoint(id = "shipments")
class ShipmentsEndpoint {

  private static final int MOST = 1_000;
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
