package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/reconciliation}: what the shop knows of the orders of a range of ids, as one
 * digest or row by row, to be compared with what the tracker knows; what the last comparison found;
 * and a way to announce orders again.
 */
@Component
@ConditionalOnMessaging
@Endpoint(id = "reconciliation")
class ReconciliationEndpoint {

  private static final UUID LAST = new UUID(-1, -1);
  private static final int MOST = 1_000;

  private final KnownOrders orders;
  private final OpenOrders announcements;
  private final Reconciliations reconciliations;

  ReconciliationEndpoint(
      KnownOrders orders, OpenOrders announcements, Reconciliations reconciliations) {
    this.orders = orders;
    this.announcements = announcements;
    this.reconciliations = reconciliations;
  }

  /** What the last comparison found, and when one last found no difference. */
  @ReadOperation
  Reconciliation latest() {
    return reconciliations.latest();
  }

  /**
   * The orders of a range of ids, of which there are at most 1000: it may end before it was to end,
   * and the next one begins behind its end.
   *
   * @param what {@code digest} or {@code rows}
   * @param after an id before the range; none for the first one
   * @param to the last id of the range; none for no end
   */
  @ReadOperation
  Object range(@Selector String what, @Nullable UUID after, @Nullable UUID to) {
    if (!what.equals("digest") && !what.equals("rows")) {
      throw invalid("Ask for /reconciliation/digest or /reconciliation/rows", "compared");
    }
    OrderRange range =
        orders.between(after == null ? BackfillJob.FIRST : after, to == null ? LAST : to);
    return what.equals("rows")
        ? range
        : new Digest(range.end(), range.items().size(), range.count(Decider.SHOP), range.digest());
  }

  /**
   * Notes what a comparison found.
   *
   * @param compared how many orders
   * @param differences how many of them are different here and there
   * @param pending how many were changing as long as it was looked at them
   */
  @WriteOperation
  Reconciliation note(long compared, long differences, long pending) {
    if (compared < 0 || differences < 0 || pending < 0) {
      throw invalid("The numbers must not be negative", "noted");
    }
    return reconciliations.note(compared, differences, pending);
  }

  /**
   * Announces orders again, in whatever state they are. Doing so twice does no harm: readers go by
   * the sequence, and the tracker tells what it knows of its own.
   *
   * @param what {@code announced}
   * @param ids at most a thousand, in one text with commas: a management call takes no list
   */
  @WriteOperation
  Map<String, Integer> announceAgain(@Selector String what, List<String> ids) {
    if (!what.equals("announced") || ids.size() > MOST) {
      throw invalid("Give at most %s ids to /reconciliation/announced".formatted(MOST), what);
    }
    Set<UUID> wanted = ids.stream().map(ReconciliationEndpoint::uuid).collect(Collectors.toSet());
    return Map.of("announced", announcements.announceAsTheyAre(wanted));
  }

  /**
   * @param end the last id of the range
   * @param orders how many it has
   * @param shipsItself how many of them the shop ships itself
   * @param digest equal for two who know the same of them
   */
  record Digest(UUID end, int orders, long shipsItself, String digest) {}

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw invalid("One of the ids is none of an order", "announced");
    }
  }

  private static InvalidEndpointRequestException invalid(String reason, String undone) {
    return new InvalidEndpointRequestException(reason, reason + "; nothing was " + undone + ".");
  }
}
