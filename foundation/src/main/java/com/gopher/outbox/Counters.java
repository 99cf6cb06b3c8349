package com.gopher.outbox;

import java.util.concurrent.atomic.AtomicLong;

/** What the relay of this instance has done since it started. */
final class Counters {

  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong redelivered = new AtomicLong();

  void sent(int records) {
    sent.addAndGet(records);
  }

  void redelivered(int records) {
    redelivered.addAndGet(records);
  }

  long sent() {
    return sent.get();
  }

  long redelivered() {
    return redelivered.get();
  }
}
