package com.gopher.inbound;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Makes the topics that are missing, starts the listeners when all are there, and goes on looking:
 * a topic that is lost while databases remember what was sent to it would otherwise be waited for
 * for ever. If Kafka lost one, all that is open is announced again and the listeners begin anew. A
 * Kafka that is away is waited for, for as long as it takes: the application does the rest of its
 * work.
 */
final class TopicWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int REANNOUNCED_AT_ONCE = 500;

  private final PresentTopics kafka;
  private final TopicMemory memory;
  private final Positions positions;
  private final KafkaListenerEndpointRegistry listeners;
  private final List<Reannouncement> reannouncements;
  private final ReadBack readBack;
  private final List<OwnRecords> ownRecords;
  private final Thread worker = new Thread(this::work, "inbound-topics");
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean running;
  private volatile boolean inTrouble;
  private volatile Map<String, KnownTopic> read = Map.of();

  TopicWatch(
      PresentTopics kafka,
      TopicMemory memory,
      Positions positions,
      KafkaListenerEndpointRegistry listeners,
      List<Reannouncement> reannouncements,
      ReadBack readBack,
      List<OwnRecords> ownRecords) {
    this.kafka = kafka;
    this.memory = memory;
    this.positions = positions;
    this.listeners = listeners;
    this.reannouncements = reannouncements;
    this.readBack = readBack;
    this.ownRecords = ownRecords;
    this.worker.setDaemon(true);
  }

  @Override
  public void start() {
    running = true;
    worker.start();
  }

  /** The thread is never interrupted: that could close the file of an H2 database. */
  @Override
  public void stop() {
    running = false;
    positions.end();
    ended.countDown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    try (kafka) {
      while (running) {
        look();
        ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      Map<String, KnownTopic> present = kafka.ask();
      if (kafka.areAll(present) && !present.equals(read)) {
        begin(present);
        announceAgainWhatWasLost(present);
        read = present;
      }
      inTrouble = false;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      kafka.close();
      inTrouble("Kafka does not answer; waiting for it", e);
    } catch (RuntimeException e) {
      inTrouble("What is known of the topics cannot be read or changed; trying again", e);
    }
  }

  private void inTrouble(String what, Exception e) {
    if (!inTrouble && running) {
      LOG.warn("{}: {}", what, String.valueOf(NestedExceptionUtils.getMostSpecificCause(e)));
    }
    inTrouble = true;
  }

  /** What is remembered changes last: a process that dies before it announces once more. */
  private void announceAgainWhatWasLost(Map<String, KnownTopic> present) {
    Map<String, KnownTopic> lost = new HashMap<>(memory.topics());
    lost.entrySet()
        .removeIf(topic -> Objects.equals(present.get(topic.getKey()), topic.getValue()));
    lost.keySet().retainAll(present.keySet());
    if (!lost.isEmpty()) {
      LOG.warn(
          "Kafka has lost {} and all that was in it; announcing again what is open",
          String.join(", ", lost.keySet().stream().sorted().toList()));
      long announced = reannouncements.stream().mapToLong(TopicWatch::announceAgain).sum();
      LOG.info("Announced again: {}", announced);
    }
    memory.remember(present);
  }

  private static long announceAgain(Reannouncement open) {
    long all = 0;
    Optional<UUID> last = Optional.empty();
    List<UUID> page;
    do {
      page = open.announceAgain(last, REANNOUNCED_AT_ONCE);
      all += page.size();
      last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
    } while (page.size() == REANNOUNCED_AT_ONCE);
    return all;
  }

  private void begin(Map<String, KnownTopic> present) throws TimeoutException {
    listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
    positions.of(present);
    for (OwnRecords own : ownRecords) {
      readBack.of(own, Objects.requireNonNull(present.get(own.topic())));
    }
    for (MessageListenerContainer container : listeners.getListenerContainers()) {
      if (!running) {
        return;
      }
      ContainerProperties properties = container.getContainerProperties();
      properties.setConsumerRebalanceListener(positions);
      // When nothing comes any more, Kafka is told how far is read all the same.
      properties.setPollTimeout(OffsetCommits.INTERVAL.toMillis());
      properties.setIdleEventInterval(OffsetCommits.INTERVAL.toMillis());
      container.start();
    }
  }
}
