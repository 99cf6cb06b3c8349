package com.gopher.inbound;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kafka which topics there are, and makes those that are missing. Topics that exist are left
 * as they are: their operator may have had reasons, and more partitions would tear keys apart. Used
 * by one thread.
 */
final class PresentTopics implements AutoCloseable {

  private static final long ANSWER_SECONDS = 10;

  private final Map<String, Object> connection;
  private final List<NewTopic> topics;
  private volatile @Nullable Admin admin;

  PresentTopics(Map<String, Object> connection, List<NewTopic> topics) {
    this.connection = connection;
    this.topics = topics;
  }

  /**
   * Returns all topics by name, or, if some had to be made just now, those that were there before.
   *
   * @throws ExecutionException if Kafka refuses, {@link TimeoutException} if it does not answer
   */
  Map<String, KnownTopic> ask() throws ExecutionException, TimeoutException, InterruptedException {
    Admin connected = admin == null ? Admin.create(connection) : admin;
    admin = connected;
    String cluster = connected.describeCluster().clusterId().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    Map<String, KnownTopic> present = new HashMap<>();
    var descriptions =
        connected.describeTopics(topics.stream().map(NewTopic::name).toList()).topicNameValues();
    for (NewTopic topic : topics) {
      try {
        var id = descriptions.get(topic.name()).get(ANSWER_SECONDS, TimeUnit.SECONDS).topicId();
        present.put(topic.name(), new KnownTopic(String.valueOf(cluster), id.toString()));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        make(topic, connected);
      }
    }
    return present;
  }

  boolean areAll(Map<String, KnownTopic> present) {
    return present.size() == topics.size();
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

  /** Closes the connection; the next question opens another one. */
  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }
}
