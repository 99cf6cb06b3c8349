package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Records from Kafka wait while the listeners are behind. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class InboundPauseTest {

  private static final int MOST = 3;

  private final ThreadPoolTaskExecutor listeners = new ThreadPoolTaskExecutor();
  private final CountDownLatch work = new CountDownLatch(1);
  private final InboundPause pause = new InboundPause(new ListenerBacklog(listeners, MOST));

  @BeforeEach
  void start() {
    listeners.setCorePoolSize(1);
    listeners.setMaxPoolSize(1);
    listeners.initialize();
  }

  @AfterEach
  void stop() {
    work.countDown();
    listeners.shutdown();
  }

  @Test
  void aBatchComesInAtOnceWhileTheListenersKeepUp() {
    keepBusy(MOST);

    assertThat(intercepted()).isTrue();
    assertThat(listeners.getQueueSize()).isEqualTo(MOST - 1);
  }

  @Test
  void aBatchWaitsUntilTheListenersHaveCaughtUp() {
    keepBusy(MOST + 1);
    var queueAtTheEnd = CompletableFuture.supplyAsync(() -> intercepted() ? queued() : -1);
    while (!isWaiting() && !queueAtTheEnd.isDone()) {
      Thread.onSpinWait();
    }
    assertThat(queueAtTheEnd).isNotDone();

    work.countDown();

    assertThat(queueAtTheEnd.join()).isBetween(0, MOST - 1);
  }

  @Test
  void aBatchComesInAllTheSameWhenTheListenersHang() {
    keepBusy(MOST + 1);

    assertThat(intercepted()).isTrue();
    assertThat(queued()).isEqualTo(MOST);
  }

  private int queued() {
    return listeners.getQueueSize();
  }

  /** One of them is at work, the others wait. */
  private void keepBusy(int tasks) {
    for (int task = 0; task < tasks; task++) {
      listeners.execute(
          () -> {
            try {
              work.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    while (listeners.getActiveCount() == 0) {
      Thread.onSpinWait();
    }
  }

  private boolean intercepted() {
    var partition = new TopicPartition("tracker.shipments", 0);
    var batch =
        new ConsumerRecords<Object, Object>(
            Map.of(partition, List.of(new ConsumerRecord<>(partition.topic(), 0, 0, "key", ""))),
            Map.of());
    try (var consumer = new MockConsumer<Object, Object>("earliest")) {
      return pause.intercept(batch, consumer) == batch;
    }
  }

  private static boolean isWaiting() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().equals(InboundPause.class.getName()));
  }
}
