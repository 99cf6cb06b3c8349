package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class BakeriesTest extends CheckpointTest {

  private static final String SHIPMENTS = "shipping/Shipments.java";
  private static final String DISPATCH = "shipping/Dispatch.java";
  private static final String CLOCK = "shipping/ShippingClock.java";
  private static final String FOUND =
      """
          return jdbc.query(
              SELECT
                  + \"""
                  WHERE status = ?
      """;

  BakeriesTest() {
    super("bakeries");
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void aClaimForEachParcelIsRight() throws Exception {
    assertRight(
        fromStart()
            .inTheTracker()
            .edit(
                SHIPMENTS,
                FOUND,
                FOUND.replace("return jdbc", "List<Shipment> found =\n        jdbc"))
            .edit(
                SHIPMENTS,
                """
                        utc(now),
                        limit);
                """,
                """
                        utc(now),
                        limit);
                    return found.stream().filter(this::claim).toList();
                """)
            .edit(
                SHIPMENTS,
                "  private static void setState(",
                """
                  private boolean claim(Shipment due) {
                    return jdbc.update(
                            "UPDATE tracker.shipment SET due_at = NULL"
                                + " WHERE order_id = ? AND status = ? AND due_at IS NOT NULL",
                            due.orderId(),
                            due.status().name())
                        == 1;
                  }

                  private static void setState(\
                """));
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void aComparisonWithARetryIsRight() throws Exception {
    assertRight(
        fromStart()
            .inTheTracker()
            .edit(
                DISPATCH, "shipments.change(moved);", "shipments.move(moved, due.get(0).status());")
            .edit(
                SHIPMENTS,
                "  private static void setState(",
                """
                  void move(Collection<Shipment> moved, ShipmentStatus from) {
                    for (Shipment shipment : moved) {
                      int changed =
                          jdbc.update(
                              "UPDATE tracker.shipment SET status = ?, shipped_at = ?,"
                                  + " delivered_at = ?, due_at = ? WHERE order_id = ? AND status = ?",
                              shipment.status().name(),
                              orNull(shipment.shippedAt()),
                              orNull(shipment.deliveredAt()),
                              orNull(shipment.dueAt()),
                              shipment.orderId(),
                              from.name());
                      if (changed == 0) {
                        throw new org.springframework.dao.OptimisticLockingFailureException(
                            "moved by another one");
                      }
                    }
                  }

                  private static @Nullable OffsetDateTime orNull(@Nullable Instant time) {
                    return time == null ? null : utc(time);
                  }

                  private static void setState(\
                """));
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void oneThatDoesItAllLeavesTwoIdle() throws Exception {
    assertWrong(
        fromStart()
            .inTheTracker()
            .edit(
                CLOCK,
                "  void tick() {\n",
                """
                  void tick() {
                    var orders = listeners.getListenerContainer("orders");
                    boolean isChosen =
                        orders != null
                            && orders.getAssignedPartitions() != null
                            && orders.getAssignedPartitions().stream()
                                .anyMatch(it -> it.partition() == 0);
                    if (!isChosen) {
                      return;
                    }
                """)
            .edit(
                CLOCK,
                "  ShippingClock(Dispatch dispatch) {\n",
                """
                  private final org.springframework.kafka.config.KafkaListenerEndpointRegistry
                      listeners;

                  ShippingClock(
                      Dispatch dispatch,
                      org.springframework.kafka.config.KafkaListenerEndpointRegistry listeners) {
                    this.listeners = listeners;
                """),
        "All three trackers move parcels",
        "240");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aLockOfOneProcessIsUnknownToTheOthers() throws Exception {
    assertWrong(
        fromStart()
            .inTheTracker()
            .edit(DISPATCH, "  public int ship(", "  public synchronized int ship(")
            .edit(SHIPMENTS, "  List<Shipment> lockDue(", "  synchronized List<Shipment> lockDue("),
        "happens once",
        "announced more than once");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void anUpdateThatNobodyCountsIsNoLock() throws Exception {
    assertWrong(
        fromStart()
            .inTheTracker()
            .edit(
                SHIPMENTS,
                "        WHERE order_id = ?\n        \"\"\",",
                "        WHERE order_id = ? AND due_at IS NOT NULL\n        \"\"\","),
        "happens once",
        "announced more than once");
  }
}
