package com.gopher.outbox;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which of several instances relays: a row with a name and a time it runs out, by the clock of the
 * database. A holder that died or froze stops renewing and so loses it; no lock is held between
 * statements, so nothing of it has to be broken. A holder that thaws may still send what it had in
 * its hands: see decision 0041 for why that cannot harm the order. Not safe for several threads.
 *
 * <p>One that runs out later than twice its length from now was taken by a clock that has been set
 * back since. It is void: its holder may be dead, and nobody would relay for as long as the jump.
 */
final class Lease {

  /** Ends in the process id, for the operator who looks into the table. */
  private final String holder = UUID.randomUUID() + "-" + ProcessHandle.current().pid();

  private final JdbcClient jdbc;
  private final Duration length;
  private final String claim;
  private final String giveBack;

  private boolean held;
  private long claimedAt;

  Lease(JdbcClient jdbc, String schema, Duration length) {
    this.jdbc = jdbc;
    this.length = length;
    this.claim =
        String.format(
            Locale.ROOT,
            """
        UPDATE %s.outbox_lease
        SET holder = :holder, expires_at = CURRENT_TIMESTAMP + INTERVAL '%s.%03d' SECOND
        WHERE holder = :holder OR expires_at < CURRENT_TIMESTAMP
        OR expires_at > CURRENT_TIMESTAMP + INTERVAL '%s.%03d' SECOND""",
            schema,
            length.toSeconds(),
            length.toMillisPart(),
            length.multipliedBy(2).toSeconds(),
            length.multipliedBy(2).toMillisPart());
    this.giveBack =
        "UPDATE %s.outbox_lease SET expires_at = CURRENT_TIMESTAMP WHERE holder = :holder"
            .formatted(schema);
  }

  /**
   * Takes, keeps or renews the lease; asks the database only when a third of its time has passed.
   */
  boolean hold() {
    long now = System.nanoTime();
    if (!held || now - claimedAt > length.toNanos() / 3) {
      held = false;
      held = jdbc.sql(claim).param("holder", holder).update() == 1;
      claimedAt = now;
    }
    return held;
  }

  /** Lets another instance take it at once. */
  void release() {
    if (held) {
      held = false;
      jdbc.sql(giveBack).param("holder", holder).update();
    }
  }
}
