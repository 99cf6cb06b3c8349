package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class BuildingTest extends CheckpointTest {

  private static final String RECORDS = "messaging/OrderRecords.java";
  private static final String DISPATCH = "shipping/Dispatch.java";
  private static final String HAND_OVER =
      "inbound.take(batch, acknowledgment, this::read, orders::take);";
  private static final String READ =
      "    OrderState order = reader.read(incoming.key(), incoming.value());\n";

  private static final String TEMPLATE =
      "org.springframework.kafka.core.KafkaTemplate<byte[], byte[]>";

  BuildingTest() {
    super("building");
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void sortingABatchByItsSequencesIsRight() throws Exception {
    assertRight(
        withItsRecords(fromStart())
            .edit(
                RECORDS,
                HAND_OVER,
                """
                inbound.take(
                        batch,
                        acknowledgment,
                        this::read,
                        announced ->
                            orders.take(
                                announced.stream()
                                    .sorted(
                                        java.util.Comparator.comparingLong(
                                            it -> it.update().sequence()))
                                    .toList()));\
                """)
            .edit(DISPATCH, "} else {", "} else if (before.isOlderThan(update)) {"));
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void aDeadLetterWrittenByHandIsRight() throws Exception {
    assertRight(
        withItsRecords(fromSolution())
            .edit(
                RECORDS,
                HAND_OVER,
                """
                List<AnnouncedOrder> announced = new java.util.ArrayList<>();
                    for (ConsumerRecord<byte[], byte[]> each : batch) {
                      try {
                        announced.add(read(each));
                      } catch (UnreadableRecordException e) {
                        kafka.send("shop.orders-dlt", each.key(), each.value()).join();
                      }
                    }
                    orders.take(announced);
                    acknowledgment.acknowledge();\
                """)
            .edit(RECORDS, "Inbound inbound", TEMPLATE + " kafka")
            .edit(RECORDS, "this.inbound = inbound;", "this.kafka = kafka;"));
  }

  /** Its tracker passes all that was asked before somebody compares: it ships what it has to. */
  @Test
  @Turn(Turn.Kind.WRONG)
  void anOrderOfTheShopThatIsLeftOutIsMissingInAReconcile() throws Exception {
    assertWrong(
        fromSolution()
            .inTheTracker()
            .edit(
                RECORDS,
                HAND_OVER,
                """
                inbound.take(
                        batch,
                        acknowledgment,
                        incoming -> {
                          AnnouncedOrder order = read(incoming);
                          return order.decidedByTracker() ? order.update() : null;
                        },
                        dispatch::take);\
                """)
            .edit(RECORDS, "AnnouncedOrders orders", "com.gotracker.shipping.Dispatch dispatch")
            .edit(RECORDS, "this.orders = orders;", "this.dispatch = dispatch;"),
        "The tracker remembers the orders of the shop",
        "the tracker answers: nothing of it.");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void whatAProcessRemembersIsForgottenAtARestart() throws Exception {
    assertWrong(
        fromSolution()
            .inTheTracker()
            .edit(DISPATCH, "} else if (before.isOlderThan(update)) {", "} else {")
            .edit(
                RECORDS,
                READ,
                READ
                    + """
                          if (seen.merge(order.id(), order.sequence(), Math::max) > order.sequence()) {
                            return null;
                          }
                      """)
            .edit(
                RECORDS,
                "  private final OrderReader reader;\n",
                """
                  private final java.util.Map<java.util.UUID, Long> seen =
                      new java.util.concurrent.ConcurrentHashMap<>();
                  private final OrderReader reader;
                """),
        "only if it is newer",
        "after a restart",
        "shipping/Dispatch.java");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void theLatestTimeIsNotTheNewestState() throws Exception {
    assertWrong(
        fromSolution()
            .inTheTracker()
            .edit(
                DISPATCH,
                "one.sequence() >= other.sequence() ? one : other",
                "one.changedAt().isAfter(other.changedAt()) ? one : other"),
        "the highest sequence counts",
        "bears an earlier time");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aTimeOfTheTrackerCannotBeComparedWithOneOfTheShop() throws Exception {
    assertWrong(
        fromSolution()
            .inTheTracker()
            .edit(
                DISPATCH,
                "else if (before.isOlderThan(update))",
                "else if (before.preparedAt() == null || before.preparedAt().isBefore(update.changedAt()))"),
        "A newer state of an order is applied",
        "It is PREPARING");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aRecordThatThrowsStopsItsPartition() throws Exception {
    assertWrong(
        fromSolution()
            .inTheTracker()
            .edit(
                RECORDS,
                READ,
                """
                    OrderState order;
                    try {
                      order = reader.read(incoming.key(), incoming.value());
                    } catch (UnreadableRecordException e) {
                      throw new IllegalArgumentException(e);
                    }
                """),
        "holds up no other",
        "of the topic's 6 partitions");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aRecordThatIsOnlyLoggedIsLost() throws Exception {
    assertWrong(
        fromSolution()
            .inTheTracker()
            .edit(
                RECORDS,
                READ,
                """
                    OrderState order;
                    try {
                      order = reader.read(incoming.key(), incoming.value());
                    } catch (UnreadableRecordException e) {
                      return null;
                    }
                """),
        "set aside in shop.orders-dlt");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void theLastOneOfABatchIsNotTheNewest() throws Exception {
    assertWrong(
        fromStart()
            .inTheTracker()
            .take(RECORDS, solution())
            .edit(DISPATCH, "} else {", "} else if (before.isOlderThan(update)) {"),
        "the highest sequence counts",
        "PREPARING");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void ordersOfTheShopAreNoneOfTheTrackersBusiness() throws Exception {
    assertWrong(
        fromSolution().inTheTracker().edit(RECORDS, "order.decidedByTracker()", "order != null"),
        "gets no parcel from the tracker");
  }

  private Attempt withItsRecords(Attempt attempt) {
    return attempt.inTheTracker().take(RECORDS, solution());
  }
}
