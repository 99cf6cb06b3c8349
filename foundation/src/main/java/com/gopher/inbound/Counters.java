package com.gopher.inbound;

import java.util.concurrent.atomic.AtomicLong;

/** What became of the records that this process has taken in since it started. */
final class Counters {

  private final AtomicLong applied = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong others = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicLong redelivered = new AtomicLong();

  void settled(int appliedOnes, int repeatedOnes, int unreadableOnes, int all) {
    applied.addAndGet(appliedOnes);
    repeated.addAndGet(repeatedOnes);
    unreadable.addAndGet(unreadableOnes);
    others.addAndGet(all - appliedOnes - repeatedOnes - unreadableOnes);
  }

  void redelivered() {
    redelivered.incrementAndGet();
  }

  long appliedOnes() {
    return applied.get();
  }

  long repeatedOnes() {
    return repeated.get();
  }

  long othersOnes() {
    return others.get();
  }

  long unreadableOnes() {
    return unreadable.get();
  }

  long redeliveredBatches() {
    return redelivered.get();
  }
}
