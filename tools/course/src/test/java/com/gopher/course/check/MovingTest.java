package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class MovingTest extends CheckpointTest {

  private static final String RECORDS = "tracking/ShipmentRecords.java";
  private static final String POLICY = "order/FulfillmentPolicy.java";
  private static final String LISTENER = "delivery/OrderEventListener.java";
  private static final String CHOICE =
      "return modes.mode() == DeliveryMode.EXTRACTED ? Decider.TRACKER : Decider.SHOP;";
  private static final String SWITCH =
      """
      @ConditionalOnProperty(name = "inbound.enabled", havingValue = "true", matchIfMissing = true)
      """;
  private static final String IN_PROCESS_ONLY =
      """
      @Component
      @org.springframework.boot.autoconfigure.condition.ConditionalOnProperty(
          name = "shop.delivery", havingValue = "in-process", matchIfMissing = true)
      class\
      """;

  MovingTest() {
    super("moving");
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void aListenerThatReadsAndConfirmsByHandIsRight() throws Exception {
    assertRight(
        fromStart()
            .take(POLICY, solution())
            .add(
                "tracking/Postbox.java",
                """
                package com.gophershop.tracking;

                import com.gopher.inbound.UnreadableRecordException;
                import com.gophershop.ConditionalOnMessaging;
                import java.util.ArrayList;
                import java.util.List;
                import org.apache.kafka.clients.consumer.ConsumerRecord;
                import org.springframework.kafka.annotation.KafkaListener;
                import org.springframework.kafka.support.Acknowledgment;
                import org.springframework.stereotype.Component;

                @Component
                @ConditionalOnMessaging
                class Postbox {

                  private final ShipmentReader reader;
                  private final ShipmentUpdates updates;

                  Postbox(ShipmentReader reader, ShipmentUpdates updates) {
                    this.reader = reader;
                    this.updates = updates;
                  }

                  @KafkaListener(id = "postbox", idIsGroup = false, topics = "tracker.shipments")
                  void read(List<ConsumerRecord<byte[], byte[]>> letters, Acknowledgment receipt) {
                    var decided = new ArrayList<ShipmentState>();
                    for (var letter : letters) {
                      try {
                        ShipmentState state = reader.read(letter.key(), letter.value());
                        if (state.decidedByTracker()) {
                          decided.add(state);
                        }
                      } catch (UnreadableRecordException e) {
                        System.err.println(e.getMessage());
                      }
                    }
                    updates.take(decided);
                    receipt.acknowledge();
                  }
                }
                """));
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void anEntryThatReadsTheModeItselfIsRight() throws Exception {
    assertRight(
        fromSolution()
            .take(POLICY, start())
            .edit("order/OrderEntry.java", "= deciders.decider();", "= decider();")
            .edit(
                "order/OrderEntry.java",
                "  /**\n   * @throws",
                """
                  private Decider decider() {
                    return switch (modes.mode()) {
                      case EXTRACTED -> Decider.TRACKER;
                      default -> Decider.SHOP;
                    };
                  }

                  /**
                   * @throws\
                """)
            .edit(
                RECORDS,
                "this::read, shipments::take);",
                """
                it -> reader.read(it.key(), it.value()),
                        all -> shipments.take(all.stream().filter(ShipmentState::decidedByTracker).toList()));\
                """));
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aClockThatStandsStillAfterTheChangeLosesWhatIsInFlight() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                "delivery/ShippingClock.java",
                "  void tick() {\n",
                "  void tick() {\n    if (mode.equals(\"extracted\")) {\n      return;\n    }\n")
            .edit(
                "delivery/ShippingClock.java",
                "  private volatile boolean failing;\n",
                """
                  private volatile boolean failing;

                  @org.springframework.beans.factory.annotation.Value("${shop.delivery:in-process}")
                  private String mode;
                """),
        "placed before the change is delivered after it",
        "the order says PLACED");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aModuleThatIsSwitchedOffByTheModeLeavesItsOrdersOpen() throws Exception {
    assertWrong(
        fromSolution().edit(LISTENER, "@Component\nclass", IN_PROCESS_ONLY),
        "The shop starts",
        "still has to ship 1 open order");
  }

  /** Right as long as each change of the mode is a restart. */
  @Test
  @Turn(Turn.Kind.WRONG)
  void aModeThatIsReadAtTheStartMissesACutover() throws Exception {
    assertWrong(
        fromSolution()
            .edit(POLICY, CHOICE, CHOICE.replace("modes.mode()", "atTheStart"))
            .edit(
                POLICY,
                "    running = true;\n",
                "    atTheStart = modes.mode();\n    running = true;\n")
            .edit(
                POLICY,
                "  private volatile boolean running;\n",
                """
                  private volatile boolean running;
                  private volatile @Nullable DeliveryMode atTheStart;
                """),
        "also if that was changed while the shop runs",
        "The mode was extracted when an order was placed, and its mark is shop",
        "order/FulfillmentPolicy.java");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aShopThatLooksAtNoMarkShipsTwice() throws Exception {
    assertWrong(
        fromSolution().edit(LISTENER, "if (event.decider() == decidesAs()) {", "if (true) {"),
        "Each order is shipped once",
        "a row in delivery.shipment and a row in tracker.shipment");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aShopThatStopsListeningForgetsTheWayBack() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                RECORDS,
                SWITCH,
                "@ConditionalOnProperty(name = \"shop.delivery\", havingValue = \"extracted\")\n"),
        "On the way back nothing is forgotten",
        "the order says PLACED");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aShopWithKafkaIsNotThereforeRelieved() throws Exception {
    assertWrong(
        fromSolution()
            .edit(POLICY, CHOICE, "return kafka.isEmpty() ? Decider.SHOP : Decider.TRACKER;")
            .edit(
                POLICY,
                "  private volatile boolean running;\n",
                """
                  private volatile boolean running;

                  @Value("${spring.kafka.bootstrap-servers:}")
                  private String kafka;
                """),
        "while shop.delivery is in-process bears the mark shop",
        "is tracker");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void whatTheTrackerOnlyTriesIsNotFollowed() throws Exception {
    assertWrong(
        fromSolution().edit(RECORDS, "shipment.decidedByTracker() ? shipment : null", "shipment"),
        "whose decider is the shop changes nothing",
        "its parcel CANCELLED");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aShopThatDoesNotListenSeesNothingOfTheTracker() throws Exception {
    assertWrong(
        fromStart().take(POLICY, solution()),
        "The shop follows the tracker",
        "In the tracker its parcel is DELIVERED");
  }
}
