package com.gopher.publications;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.modulith.events.ApplicationModuleListener;

/** One hears at once; the other begins, and goes on when it is let. */
class TwoListeners {

  static final String QUICK = "test.quick";
  static final String PATIENT = "test.patient";

  private static final long LONGEST_SECONDS = 30;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);

  @ApplicationModuleListener(id = QUICK)
  public void hear(Told event) {}

  @ApplicationModuleListener(id = PATIENT)
  public void begin(Told event) throws InterruptedException {
    begun.countDown();
    letGo.await(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  void awaitBegun(UUID id) throws InterruptedException {
    if (!begun.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Nobody heard of " + id);
    }
  }

  void goOn() {
    letGo.countDown();
  }
}
