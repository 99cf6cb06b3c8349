package com.gopher.inbound;

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

/**
 * Makes the topics that are missing, then starts the listeners. A broker that is away is waited
 * for, for as long as it takes: the application does the rest of its work. Topics that exist are
 * left as they are: their operator may have had reasons, and more partitions would tear keys apart.
 */
final class TopicInitializer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicInitializer.class);
  private static final long ANSWER_SECONDS = 10;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Object> connection;
  private final KafkaListenerEndpointRegistry listeners;
  private final List<NewTopic> topics;
  private final Thread worker = new Thread(this::work, "inbound-opening");
  private volatile boolean running;

  TopicInitializer(
      KafkaAdmin connection, KafkaListenerEndpointRegistry listeners, List<NewTopic> topics) {
    this.connection = connection.getConfigurationProperties();
    this.listeners = listeners;
    this.topics = topics;
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
    boolean logged = false;
    try {
      while (running && !topicsExist(logged)) {
        logged = true;
        Thread.sleep(PAUSE.toMillis());
      }
      if (running) {
        listeners.getListenerContainers().forEach(container -> container.start());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean topicsExist(boolean logged) throws InterruptedException {
    try (Admin admin = Admin.create(connection)) {
      for (NewTopic topic : topics) {
        make(topic, admin);
      }
      return true;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      if (!logged) {
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
