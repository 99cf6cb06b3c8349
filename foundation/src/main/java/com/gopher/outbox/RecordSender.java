package com.gopher.outbox;

import java.util.concurrent.Future;

/** Who carries records to the broker. Used by one thread. */
interface RecordSender extends AutoCloseable {

  /**
   * Makes sure that the topic can be reached before anything is handed over.
   *
   * @throws RuntimeException if it cannot; nothing was handed over then
   */
  void reach(String topic);

  /**
   * Hands a record over; the future is done when every replica that has to has it, or failed with
   * the reason.
   */
  Future<?> send(StoredRecord stored);

  /** Drops what is still unsent, at once. */
  @Override
  void close();
}
