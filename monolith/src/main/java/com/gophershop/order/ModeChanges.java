package com.gophershop.order;

import com.gophershop.DeliveryMode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Changes the mode. Looks, checks, and stores under the next number, each in a transaction of its
 * own: where two shops do so at the same time, the database lets one of them store, and the other
 * looks again.
 */
@Service
class ModeChanges {

  private static final Logger LOG = LoggerFactory.getLogger(ModeChanges.class);

  private final DeliveryModes modes;
  private final FulfillmentGuard guard;
  private final Clock clock;

  ModeChanges(DeliveryModes modes, FulfillmentGuard guard, Clock clock) {
    this.modes = modes;
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * What a start does: a wish is a change, without one the stored mode stays.
   *
   * @param atFirst where none is stored
   * @throws NobodyDecidesException if orders would wait for ever; nothing is stored then
   */
  void begin(@Nullable DeliveryMode wish, DeliveryMode atFirst) {
    String by = System.getProperty("user.name", "unknown");
    boolean changed =
        wish != null
            ? change(latest -> wish, by, "started with shop.delivery=" + wish.code())
            : change(latest -> latest.map(ModeChange::to).orElse(atFirst), by, "the first start");
    if (!changed) {
      // What another process could do in this mode, this one may not be able to.
      guard.check(modes.mode());
    }
  }

  /**
   * @return false if the mode is in force already; nothing is checked or stored then
   * @throws NobodyDecidesException if orders would wait for ever; nothing is stored then
   */
  boolean change(DeliveryMode mode, String by, String reason) {
    return change(latest -> mode, by, reason);
  }

  private boolean change(
      Function<Optional<ModeChange>, DeliveryMode> wanted, String by, String reason) {
    while (true) {
      Optional<ModeChange> latest = modes.latest();
      DeliveryMode mode = wanted.apply(latest);
      if (latest.isPresent() && latest.get().to() == mode) {
        return false;
      }
      guard.check(mode);
      try {
        modes.record(after(latest, mode, by, reason));
        LOG.info("The mode of delivery is {} from now on ({}: {})", mode.code(), by, reason);
        return true;
      } catch (DuplicateKeyException e) {
        LOG.info("Somebody else changed the mode of delivery at the same time; looking again");
      }
    }
  }

  private ModeChange after(
      Optional<ModeChange> latest, DeliveryMode mode, String by, String reason) {
    return new ModeChange(
        latest.map(ModeChange::number).orElse(0) + 1,
        clock.instant(),
        latest.map(ModeChange::to).orElse(null),
        mode,
        by,
        reason);
  }
}
