package com.gotracker.road;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Makes the topics that are missing, then opens the road. A broker that is away is waited for, for
 * as long as it takes: the tracker ships what it knows of meanwhile. Topics that exist are left as
 * they are: their operator may have had reasons, and more partitions would tear keys apart.
 */
@Component
class RoadWorks implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RoadWorks.class);
  private static final long ANSWER_SECONDS = 10;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Object> connection;
  private final KafkaListenerEndpointRegistry listeners;
  private final Thread worker = new Thread(this::work, "road-works");
  private volatile boolean running;

  RoadWorks(KafkaAdmin connection, KafkaListenerEndpointRegistry listeners) {
    this.connection = connection.getConfigurationProperties();
    this.listeners = listeners;
    this.worker.setDaemon(true);
  }

  @Override
  public void start() {
    running = true;
    worker.start();
  }

  @Override
  public void stop() {
    running = false;
    worker.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    boolean told = false;
    try {
      while (running && !topicsExist(told)) {
        told = true;
        Thread.sleep(PAUSE.toMillis());
      }
      if (running) {
        listeners.getListenerContainers().forEach(container -> container.start());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean topicsExist(boolean told) throws InterruptedException {
    try (Admin admin = Admin.create(connection)) {
      for (NewTopic topic : Topics.all()) {
        make(topic, admin);
      }
      return true;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      if (!told) {
        LOG.warn(
            "Kafka at {} does not answer; waiting for it",
            connection.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
      }
      return false;
    }
  }

  private static void make(NewTopic topic, Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      admin.createTopics(List.of(topic)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
