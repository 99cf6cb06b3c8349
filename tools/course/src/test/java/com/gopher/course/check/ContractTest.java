package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class ContractTest extends CheckpointTest {

  private static final String ANNOUNCEMENT = "order/OrderAnnouncement.java";
  private static final String MANAGEMENT = "order/OrderManagement.java";
  private static final String ORDERS = "order/Orders.java";
  private static final String PAYLOAD =
      "json.writeValueAsString(OrderPayload.of(order, event.changedAt()))";
  private static final String PUBLISH_CANCELLING =
      "      events.publishEvent(new OrderChanged(cancelling, now));\n";

  ContractTest() {
    super("contract");
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void anEventAndAPayloadOfOnesOwnAreRight() throws Exception {
    assertRight(
        fromSolution()
            .edit(MANAGEMENT, "new OrderChanged(", "Announced.of(")
            .edit(ANNOUNCEMENT, "Outbound<OrderChanged>", "Outbound<Announced>")
            .edit(ANNOUNCEMENT, "Class<OrderChanged>", "Class<Announced>")
            .edit(ANNOUNCEMENT, "OrderChanged.class", "Announced.class")
            .edit(ANNOUNCEMENT, "record(OrderChanged event)", "record(Announced event)")
            .edit(ANNOUNCEMENT, PAYLOAD, "json.writeValueAsString(event.fields())")
            .add(
                "order/Announced.java",
                """
                package com.gophershop.order;

                import java.time.Instant;
                import java.util.Map;
                import org.springframework.modulith.events.Externalized;

                @Externalized
                record Announced(Order order, Instant changedAt) {

                  static Announced of(Order order, Instant changedAt) {
                    return new Announced(order, changedAt);
                  }

                  Map<String, Object> fields() {
                    return Map.of(
                        "id", order.id().value(),
                        "sequence", order.version() * 10,
                        "decider", order.decider().code(),
                        "status", order.status(),
                        "customerId", order.customerId().value(),
                        "lines", order.lines(),
                        "total", order.total(),
                        "placedAt", order.placedAt(),
                        "changedAt", changedAt);
                  }
                }
                """));
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void publishingWhereAnOrderIsStoredIsRight() throws Exception {
    assertRight(
        fromSolution()
            .take(MANAGEMENT, start())
            .edit(
                ORDERS,
                "  Orders(JdbcClient jdbc, JdbcTemplate batches, ObjectProvider<OutboxSize> outbox) {\n",
                """
                  private final org.springframework.context.ApplicationEventPublisher events;

                  Orders(
                      JdbcClient jdbc,
                      JdbcTemplate batches,
                      ObjectProvider<OutboxSize> outbox,
                      org.springframework.context.ApplicationEventPublisher events) {
                    this.events = events;
                """)
            .edit(
                ORDERS,
                "    addLines(order);\n  }\n",
                "    addLines(order);\n"
                    + "    events.publishEvent(new OrderChanged(order, order.placedAt()));\n"
                    + "  }\n")
            .edit(
                ORDERS,
                "  void change(Order order) {\n",
                "  void change(Order order) {\n"
                    + "    events.publishEvent(new OrderChanged(order,"
                    + " java.time.Instant.now()));\n"));
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aPlainSendAfterTheCommitIsLostWithTheProcess() throws Exception {
    assertWrong(
        fromStart()
            .take(MANAGEMENT, solution())
            .add(
                ANNOUNCEMENT,
                sending("AFTER_COMMIT", "", "// It is committed: too late to refuse it.")),
        "also if the shop is killed before it can send",
        "no record says");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aSendThatTheCustomerWaitsForRefusesOrdersWithoutKafka() throws Exception {
    assertWrong(
        fromStart()
            .take(MANAGEMENT, solution())
            .add(
                ANNOUNCEMENT,
                sending("BEFORE_COMMIT", ".get()", "throw new IllegalStateException(e);")),
        "While Kafka is away, orders are accepted",
        "refused with 500");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void withoutASequenceNobodyKnowsWhichIsNewer() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                ANNOUNCEMENT,
                PAYLOAD,
                PAYLOAD + ".replaceFirst(\"\\\"sequence\\\":[0-9]+,\", \"\")"),
        "keeps to docs/contract/order-v1.schema.json",
        "sequence");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void theSameSequenceForTwoChangesIsNone() throws Exception {
    assertWrong(
        fromSolution().edit("order/OrderPayload.java", "order.version()", "1"),
        "a sequence that no other of its changes has",
        "both with the sequence 1");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aKeyForEachMessageKeepsNoOrder() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                ANNOUNCEMENT,
                "        order.id().toString(),\n",
                "        order.id() + \":\" + order.version(),\n"),
        "The key of each record is the id of its order",
        "has the key");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aChangeThatIsNotPublishedIsMissed() throws Exception {
    assertWrong(
        fromSolution().edit(MANAGEMENT, PUBLISH_CANCELLING, ""),
        "Each change of an order is announced",
        "The order was PLACED, CANCELLING, ");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void theOrderAsItWasBeforeTheChangeIsOldNews() throws Exception {
    assertWrong(
        fromSolution()
            .edit(MANAGEMENT, "new OrderChanged(cancelling, now)", "new OrderChanged(order, now)"),
        "has a sequence that no other of its changes has");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void whatChangedAloneIsNotTheWholeOrder() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                "order/OrderPayload.java",
                "        order.total(),\n",
                "        order.version() == 1 ? order.total() : new"
                    + " Money(java.math.BigDecimal.ZERO, \"EUR\"),\n"),
        "Each record has the whole order",
        "/total");
  }

  /** Sends at a phase of the transaction; the registry is not asked, so nobody sends again. */
  private static String sending(String phase, String wait, String failure) {
    return """
    package com.gophershop.order;

    import org.apache.kafka.clients.producer.ProducerRecord;
    import org.springframework.beans.factory.ObjectProvider;
    import org.springframework.context.event.EventListener;
    import org.springframework.kafka.core.KafkaTemplate;
    import org.springframework.stereotype.Component;
    import org.springframework.transaction.support.TransactionSynchronization;
    import org.springframework.transaction.support.TransactionSynchronizationManager;
    import tools.jackson.databind.json.JsonMapper;

    @Component
    class OrderAnnouncement {

      private final ObjectProvider<KafkaTemplate<byte[], byte[]>> kafka;
      private final JsonMapper json;

      OrderAnnouncement(ObjectProvider<KafkaTemplate<byte[], byte[]>> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
      }

      @EventListener
      void on(OrderChanged event) {
        TransactionSynchronizationManager.registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void beforeCommit(boolean readOnly) {
                sendAt("BEFORE_COMMIT", event);
              }

              @Override
              public void afterCommit() {
                sendAt("AFTER_COMMIT", event);
              }
            });
      }

      private void sendAt(String phase, OrderChanged event) {
        if (phase.equals("@PHASE@")) {
          kafka.ifAvailable(template -> send(template, event));
        }
      }

      private void send(KafkaTemplate<byte[], byte[]> template, OrderChanged event) {
        try {
          template.send(
              new ProducerRecord<>(
                  "shop.orders",
                  event.order().id().toString().getBytes(),
                  json.writeValueAsBytes(OrderPayload.of(event.order(), event.changedAt()))))@WAIT@;
        } catch (Exception e) {
          @FAILURE@
        }
      }
    }
    """
        .replace("@PHASE@", phase)
        .replace("@WAIT@", wait)
        .replace("@FAILURE@", failure);
  }
}
