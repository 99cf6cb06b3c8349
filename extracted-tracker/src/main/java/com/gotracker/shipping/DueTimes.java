package com.gotracker.shipping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that no parcel is due later than its next step takes. A clock that has been set back
 * since, or settings of another day, may have said so, and the parcel would wait for all that time.
 * The time of its step begins anew, so that it is not early either.
 *
 * <p>In the shop's module {@code delivery} as well: a copy on purpose, as the shipping clock is.
 */
@Repository
class DueTimes {

  private final JdbcClient jdbc;
  private final ShippingTimes times;
  private final Clock clock;

  DueTimes(JdbcClient jdbc, ShippingTimes times, Clock clock) {
    this.jdbc = jdbc;
    this.times = times;
    this.clock = clock;
  }

  /** Returns how many parcels got another time. */
  @Transactional
  public int limit() {
    return limit(ShipmentStatus.PREPARING, times.preparing())
        + limit(ShipmentStatus.SHIPPED, times.transit());
  }

  private int limit(ShipmentStatus status, Duration step) {
    Instant latest = clock.instant().plus(step);
    return jdbc.sql(
            """
            UPDATE tracker.shipment
            SET due_at = :latest
            WHERE status = :status
            AND due_at > :latest
            """)
        .param("latest", latest.atOffset(ZoneOffset.UTC))
        .param("status", status.name())
        .update();
  }
}
