package com.gopher.outbox;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the oldest records of the outbox to Kafka, as long as this instance holds the lease. Used
 * by one thread.
 *
 * <p>Records are removed after they are acknowledged, so each arrives at least once. After any
 * failure whose outcome is unknown the producer is thrown away with all that it still holds, and
 * the oldest records are taken again.
 */
final class Relay {

  private final OutboxTables tables;
  private final Lease lease;
  private final Supplier<RecordSender> senders;
  private final Counters counters;
  private final int batchSize;
  private final Set<Long> perhapsSent = new HashSet<>();

  private @Nullable RecordSender sender;

  Relay(
      OutboxTables tables,
      Lease lease,
      Supplier<RecordSender> senders,
      Counters counters,
      int batchSize) {
    this.tables = tables;
    this.lease = lease;
    this.senders = senders;
    this.counters = counters;
    this.batchSize = batchSize;
  }

  /** What became of one look into the outbox. */
  enum Round {
    /** Another instance relays. */
    NOT_OURS,
    /** Everything that can be sent is sent. */
    DONE,
    /** There may be more to send. */
    MORE
  }

  /**
   * Sends one batch.
   *
   * @param patience whether to go on waiting for the broker
   * @throws RuntimeException if not all could be sent; what was not acknowledged is still stored
   */
  Round round(Patience patience) {
    if (!lease.hold()) {
      dismissSender();
      perhapsSent.clear();
      return Round.NOT_OURS;
    }
    var batch = tables.oldest(batchSize);
    if (batch.isEmpty()) {
      return Round.DONE;
    }
    if (sender == null) {
      sender = senders.get();
    }
    batch.stream().map(stored -> stored.content().topic()).distinct().forEach(sender::reach);

    var results = new SendResults();
    try {
      results.deliver(batch, sender, () -> lease.hold() && !patience.isOver());
    } catch (RuntimeException outcomeUnknown) {
      dismissSender();
      throw outcomeUnknown;
    }
    record(results);
    if (results.failure() != null) {
      dismissSender();
      // Perhaps the broker cannot be reached from here only.
      lease.release();
      throw new IllegalStateException("not all was acknowledged", results.failure());
    }
    return batch.size() == batchSize || !results.refused().isEmpty() ? Round.MORE : Round.DONE;
  }

  private void record(SendResults results) {
    var acknowledged = results.acknowledged();
    counters.redelivered((int) acknowledged.stream().filter(perhapsSent::remove).count());
    counters.sent(acknowledged.size());
    perhapsSent.addAll(results.unanswered());
    perhapsSent.addAll(acknowledged);
    results.refused().forEach(tables::park);
    tables.remove(acknowledged);
    acknowledged.forEach(perhapsSent::remove);
  }

  /** Drops what is under way and lets another instance relay. */
  void end() {
    dismissSender();
    lease.release();
  }

  private void dismissSender() {
    if (sender != null) {
      sender.close();
      sender = null;
    }
  }

  /** Until when the relay waits for answers of the broker. */
  interface Patience {
    boolean isOver();
  }
}
