package com.gophershop.tracking;

import static com.gopher.inbound.StrictFields.constant;
import static com.gopher.inbound.StrictFields.present;
import static com.gopher.inbound.StrictFields.require;
import static com.gopher.inbound.StrictFields.requireKey;
import static com.gopher.inbound.StrictFields.sequence;
import static com.gopher.inbound.StrictFields.time;
import static com.gopher.inbound.StrictFields.uuid;

import com.gopher.inbound.StrictPayload;
import com.gopher.inbound.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads records of {@code tracker.shipments}, and refuses what breaks the contract. The tests hold
 * it to the schema in {@code docs/contract}.
 */
@Component
class ShipmentReader {

  private static final int LONGEST_TRACKING_NUMBER = 32;

  private final StrictPayload<ShipmentPayload> json = new StrictPayload<>(ShipmentPayload.class);

  /**
   * @throws UnreadableRecordException if the record breaks the contract
   */
  ShipmentState read(byte @Nullable [] key, byte @Nullable [] value)
      throws UnreadableRecordException {
    ShipmentPayload shipment = json.read(value);
    UUID orderId = uuid("orderId", shipment.orderId());
    long sequence = sequence("sequence", shipment.sequence());
    boolean decidedByTracker = decidedByTracker(present("decider", shipment.decider()));
    String number = present("trackingNumber", shipment.trackingNumber());
    require(
        !number.isEmpty() && number.length() <= LONGEST_TRACKING_NUMBER,
        "trackingNumber",
        "is empty or too long");
    constant("status", shipment.status(), ParcelStatus.class);
    List<ShipmentState.Step> history = history(shipment);
    requireKey(key, orderId, "the id of the order");
    return new ShipmentState(orderId, sequence, decidedByTracker, number, history);
  }

  private static List<ShipmentState.Step> history(ShipmentPayload shipment)
      throws UnreadableRecordException {
    var steps = present("history", shipment.history());
    require(!steps.isEmpty(), "history", "is empty");
    List<ShipmentState.Step> history = new ArrayList<>();
    for (ShipmentPayload.Step step : steps) {
      ShipmentPayload.Step given = present("history[]", step);
      history.add(
          new ShipmentState.Step(
              constant("history[].status", given.status(), ParcelStatus.class),
              sequence("history[].sequence", given.sequence()),
              time("history[].at", given.at())));
    }
    return history;
  }

  private static boolean decidedByTracker(String decider) throws UnreadableRecordException {
    require(
        decider.equals("tracker") || decider.equals("shop"),
        "decider",
        "is neither shop nor tracker");
    return decider.equals("tracker");
  }
}
