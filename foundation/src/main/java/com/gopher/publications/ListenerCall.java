package com.gopher.publications;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.transaction.support.TransactionSynchronization;

/** One call of a listener on its thread, for one publication. */
final class ListenerCall {

  private enum Completion {
    NONE,
    WRITTEN,
    COMMITTED
  }

  private final UUID publication;
  private final AtomicBoolean entered = new AtomicBoolean();
  private final AtomicReference<Completion> completion = new AtomicReference<>(Completion.NONE);

  ListenerCall(UUID publication) {
    this.publication = publication;
  }

  UUID publication() {
    return publication;
  }

  /** Says once that the listener itself is called; what it calls may be a listener as well. */
  boolean enter() {
    return entered.compareAndSet(false, true);
  }

  /** Whether no transaction has completed the publication, or is about to. */
  boolean isOpen() {
    return completion.get() == Completion.NONE;
  }

  boolean isCommitted() {
    return completion.get() == Completion.COMMITTED;
  }

  /**
   * The completion is written, but lasts only if the transaction that wrote it does.
   *
   * @return to be told how that one ends
   */
  TransactionSynchronization written() {
    completion.set(Completion.WRITTEN);
    return new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        // Not known counts as not committed: it is marked as failed, and removed if it is finished.
        completion.set(status == STATUS_COMMITTED ? Completion.COMMITTED : Completion.NONE);
      }
    };
  }
}
