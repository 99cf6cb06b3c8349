package com.gopher.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows what has not reached Kafka, and retries what was refused: the actuator endpoint {@code
 * outbox}.
 */
@Endpoint(id = "outbox")
class OutboxEndpoint {

  private static final int SHOWN = 1_000;

  private final OutboxTables tables;
  private final RelayWakeup wakeup;

  OutboxEndpoint(OutboxTables tables, RelayWakeup wakeup) {
    this.tables = tables;
    this.wakeup = wakeup;
  }

  /** The backlog, and the first thousand of the parked records. */
  @ReadOperation
  State list() {
    var backlog = tables.backlog();
    return new State(
        backlog.size(), backlog.age().toSeconds(), backlog.parked(), tables.parked(SHOWN));
  }

  /** Puts the parked record with the given id, or all of them, back into the line. */
  @WriteOperation
  Retried retry(@Nullable Long id) {
    int records = tables.unpark(id);
    wakeup.signal();
    return new Retried(records);
  }

  /**
   * @param backlog records not acknowledged yet, those that are parked included
   * @param oldestSeconds how long the oldest of them has been waiting
   * @param parked how many are parked
   * @param parkedRecords the oldest of the parked
   */
  record State(long backlog, long oldestSeconds, long parked, List<ParkedRecord> parkedRecords) {}

  /**
   * @param records how many records will be sent again; zero if nothing is parked (under the id)
   */
  record Retried(int records) {}
}
