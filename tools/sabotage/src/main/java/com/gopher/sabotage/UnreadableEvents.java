package com.gopher.sabotage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts into the registry of the shop, at each of its starts, what another version has left there.
 */
@Sabotage(name = "unreadable-events")
class UnreadableEvents {

  private static final String EVENT = "com.gophershop.order.OrderPlaced";

  /** Content by the class that it is said to be of: cut off, of an unknown value, of no class. */
  private static final Map<String, String> LEFT =
      Map.of(
          EVENT,
          "{\"orderId\":{\"value\":\"0198",
          "com.gophershop.order.OrderChanged",
          "{\"order\":{\"status\":\"TELEPORTED\"}}",
          EVENT + "Twice",
          "{}");

  /** Before the shop is ready, which is when it resumes what is left. */
  @Bean
  ApplicationRunner leaveWhatCannotBeRead(
      JdbcClient jdbc, PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setName("com.gophershop.order.Sabotage");
    return arguments ->
        transaction.executeWithoutResult(
            status -> LEFT.forEach((type, content) -> store(jdbc, type, content)));
  }

  private static void store(JdbcClient jdbc, String type, String content) {
    jdbc.sql(
            """
            INSERT INTO events.event_publication
              (id, listener_id, event_type, serialized_event, publication_date, status,
               completion_attempts, last_resubmission_date)
            VALUES (:id, 'billing.order-placed', :type, :content, :now, 'FAILED', 1, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("type", type)
        .param("content", content)
        // Older than all that is left, so that it comes first.
        .param("now", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
  }
}
