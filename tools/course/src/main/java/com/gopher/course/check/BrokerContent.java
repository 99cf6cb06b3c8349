package com.gopher.course.check;

import com.gopher.launcher.console.CouldNotRun;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** What the checks leave in a broker: topics, and groups of readers. */
final class BrokerContent {

  private static final int PARTITIONS = 6;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final long PAUSE_MILLIS = 20;

  private BrokerContent() {}

  /** Takes everything away, and makes these topics. */
  static void replace(String address, List<String> topics) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      Collection<GroupListing> groups = admin.listGroups().all().get();
      for (GroupListing group : groups) {
        removeReaders(admin, group.groupId());
      }
      admin.deleteTopics(admin.listTopics().names().get()).all().get();
      admin.createTopics(topics.stream().map(BrokerContent::topic).toList()).all().get();
      awaitLeaders(admin, topics);
    } catch (ExecutionException e) {
      throw new CouldNotRun(
          "Kafka, which this check needs, could not be emptied: %s. Nothing was checked. Run the same command again."
              .formatted(e.getCause().getMessage()),
          e);
    }
  }

  /** A process that was killed is a member until its session ends, and would be waited for. */
  static void removeMembers(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    try {
      admin
          .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!isNobodyThere(e.getCause())) {
        throw e;
      }
    }
  }

  private static void removeReaders(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    removeMembers(admin, group);
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }

  /** The client has an exception without a name of Kafka's for a group without members. */
  private static boolean isNobodyThere(Throwable answer) {
    return answer instanceof GroupIdNotFoundException
        || answer instanceof UnknownMemberIdException
        || answer instanceof IllegalArgumentException;
  }

  /** A topic that was made can be asked about a moment later. */
  private static void awaitLeaders(Admin admin, List<String> topics)
      throws ExecutionException, InterruptedException {
    var partitions = new HashMap<TopicPartition, OffsetSpec>();
    for (String topic : topics) {
      for (int number = 0; number < PARTITIONS; number++) {
        partitions.put(new TopicPartition(topic, number), OffsetSpec.latest());
      }
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (true) {
      try {
        admin.describeTopics(topics).allTopicNames().get();
        admin.listOffsets(partitions).all().get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, PARTITIONS, (short) 1);
  }
}
