package com.gophershop.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gophershop.DeliveryMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** {@code /actuator/delivery}: who decides about new orders, and a way to change it. */
@Component
@Endpoint(id = "delivery")
class DeliveryEndpoint {

  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_REASON = 500;

  private final DeliveryModes modes;
  private final ModeChanges changes;
  private final FulfillmentGuard guard;
  private final OrderManagement orders;

  DeliveryEndpoint(
      DeliveryModes modes, ModeChanges changes, FulfillmentGuard guard, OrderManagement orders) {
    this.modes = modes;
    this.changes = changes;
    this.guard = guard;
    this.orders = orders;
  }

  /** The mode in force, what each decider has open, and the last hundred changes. */
  @ReadOperation
  State state() {
    List<Change> history =
        modes.history().stream()
            .map(it -> new Change(it.at(), code(it.from()), it.to().code(), it.by(), it.reason()))
            .toList();
    Change latest = history.get(0);
    return new State(
        latest.to(),
        latest.at(),
        guard.hasRoad(),
        Map.of(
            Decider.SHOP.code(), orders.countOpen(Decider.SHOP),
            Decider.TRACKER.code(), orders.countOpen(Decider.TRACKER)),
        history);
  }

  /**
   * Changes who decides about new orders. Doing so twice changes nothing.
   *
   * @param by the operating-system user who asks
   * @param reason why, for the history
   */
  @WriteOperation
  WebEndpointResponse<?> change(String mode, String by, String reason) {
    requireText("by", by, LONGEST_NAME);
    requireText("reason", reason, LONGEST_REASON);
    try {
      boolean changed = changes.change(mode(mode), by, reason);
      return new WebEndpointResponse<>(new Changed(changed, state()));
    } catch (NobodyDecidesException e) {
      return new WebEndpointResponse<>(
          ProblemDetail.forStatusAndDetail(
              HttpStatus.CONFLICT, e.getMessage() + " The mode is as it was."),
          HttpStatus.CONFLICT.value(),
          MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  private static DeliveryMode mode(String code) {
    try {
      return DeliveryMode.of(code);
    } catch (IllegalArgumentException e) {
      throw invalid("The mode must be in-process, shadow or extracted");
    }
  }

  private static void requireText(String name, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      throw invalid("'%s' must be a text of 1 to %s characters".formatted(name, longest));
    }
  }

  private static InvalidEndpointRequestException invalid(String reason) {
    return new InvalidEndpointRequestException(reason, reason + "; nothing was changed.");
  }

  private static @Nullable String code(@Nullable DeliveryMode mode) {
    return mode == null ? null : mode.code();
  }

  /**
   * @param connected to Kafka; without it new orders cannot be the tracker's
   * @param openOrders of each decider
   * @param history newest first
   */
  record State(
      String mode,
      Instant since,
      boolean connected,
      Map<String, Long> openOrders,
      List<Change> history) {}

  /**
   * @param from null for the first
   * @param by the operating-system user who asked
   */
  record Change(Instant at, @Nullable String from, String to, String by, String reason) {}

  /**
   * @param changed false if the mode was in force already
   */
  record Changed(boolean changed, @JsonUnwrapped State state) {}
}
