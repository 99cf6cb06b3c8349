package com.gopher.course.check;

import com.gopher.lab.topic.TopicReader;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The shops that have read {@code tracker.shipments}. */
final class ReadersOfShipments {

  private ReadersOfShipments() {}

  /** The next one need not wait until the session of one that was killed is over. */
  static void forget(String kafka) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      boolean areThere =
          admin.listGroups().all().get().stream()
              .anyMatch(group -> group.groupId().equals(TopicReader.SHOP));
      if (areThere) {
        BrokerContent.removeMembers(admin, TopicReader.SHOP);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker of the check keeps a reader", e.getCause());
    }
  }
}
