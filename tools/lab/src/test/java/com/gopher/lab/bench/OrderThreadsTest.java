package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processor time is counted for the thread that spends it, and called by what the thread does. */
class OrderThreadsTest {

  private volatile boolean ended;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aThreadThatWorksIsToldFromOneThatWaits() throws Exception {
    var started = new CountDownLatch(2);
    Thread busy = new Thread(() -> workUntilTheEnd(started), "task-1");
    Thread idle = new Thread(() -> waitUntilTheEnd(started), "http-nio-1");
    busy.start();
    idle.start();
    started.await();
    long pid = ProcessHandle.current().pid();
    ThreadTimes before = ThreadTimes.of(pid);
    Map<String, Double> spent;
    do {
      spent = ThreadTimes.of(pid).since(before);
    } while (spent.get("task-1") < 0.1);
    ended = true;
    idle.interrupt();
    busy.join();
    idle.join();

    Map<String, Double> byKey = OrderThreadsBenchmark.byKey("shop", spent);
    assertThat(byKey.get("listeners")).isEqualTo(spent.get("task-1"));
    assertThat(byKey.getOrDefault("http", 0.0)).isLessThan(0.01);
    assertThat(byKey.values().stream().mapToDouble(Double::doubleValue).sum())
        .as("nothing is counted twice or left out")
        .isCloseTo(spent.values().stream().mapToDouble(Double::doubleValue).sum(), within(1e-6));
  }

  private void workUntilTheEnd(CountDownLatch started) {
    started.countDown();
    while (!ended) {
      Thread.onSpinWait();
    }
  }

  private static void waitUntilTheEnd(CountDownLatch started) {
    started.countDown();
    try {
      Thread.currentThread().join();
    } catch (InterruptedException theEnd) {
      Thread.currentThread().interrupt();
    }
  }
}
