package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import com.gopher.lab.topic.TopicReader;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three trackers on one database: each step of each parcel happens once, and all three work. */
final class BakeriesCheck implements Check {

  private static final int ORDERS = 240;

  /** Due at one moment, for all clocks. */
  private static final int AT_ONCE = 40;

  private static final int SPREAD_MILLIS = 4_000;
  private static final long HELD_MILLIS = 2_500;

  @Override
  public String subject() {
    return "the work of three trackers that share a database";
  }

  @Override
  public boolean reads(String path) {
    return path.startsWith(Program.TRACKER.main());
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    String kafka = subject.broker().emptiedForACity();
    try (SharedDatabase database =
            SharedDatabase.start(subject, subject.work().resolve("bakeries"));
        Bakeries bakeries = Bakeries.start(subject, kafka, database);
        var topics = new TopicReader(kafka)) {
      takeIn(kafka, database, bakeries);
      var steps = new ParcelSteps(topics, database, bakeries);
      makeSomeDueAtOnce(database);
      steps.await("SHIPPED", AT_ONCE);
      makeTheRestDueOneAfterTheOther(database);
      steps.await("SHIPPED", ORDERS);
      steps.await("DELIVERED", ORDERS);
      allHaveWorked(steps.shippedBy(), bakeries);
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  private static void takeIn(String kafka, SharedDatabase database, Bakeries bakeries)
      throws Failed, InterruptedException {
    try (var orders = new OrderTopic(kafka)) {
      int partitions = orders.partitions();
      orders.send(
          OrderLetters.kafka(
              IntStream.range(0, ORDERS)
                  .mapToObj(number -> OrderRecord.placed(number % partitions))
                  .toList()));
    }
    Patience.Question areTaken =
        () -> database.count("tracker.shipment") == ORDERS ? TRUE : NOT_YET;
    if (!Patience.await(areTaken)) {
      throw new Failed(
          new Failure(
              "Three trackers take in the orders together.",
              "Of %s orders in the topic they know %s within 15 s."
                  .formatted(ORDERS, database.count("tracker.shipment")),
              "extracted-tracker/src/main/java/com/gotracker/messaging",
              "Whatever keeps one clock from another must not hold up the orders. Their logs are below.",
              bakeries.log()));
    }
  }

  /**
   * The rows are locked before their time comes and until each clock has looked: clocks that do not
   * leave locked rows to others all wait for the same ones then, and go on at the same moment.
   */
  private static void makeSomeDueAtOnce(SharedDatabase database) throws InterruptedException {
    database.run(
        """
        UPDATE tracker.shipment SET due_at = DATEADD(SECOND, 1, CURRENT_TIMESTAMP)
        WHERE order_id IN (SELECT order_id FROM tracker.shipment ORDER BY order_id LIMIT %s)\
        """
            .formatted(AT_ONCE));
    database.hold(
        "SELECT order_id FROM tracker.shipment"
            + " WHERE due_at < DATEADD(MINUTE, 1, CURRENT_TIMESTAMP) FOR UPDATE");
    long end = System.nanoTime() + HELD_MILLIS * 1_000_000;
    Patience.await(
        () -> waiting(database) == Bakeries.NUMBER || System.nanoTime() > end ? TRUE : NOT_YET);
    database.release();
  }

  private static int waiting(SharedDatabase database) throws InterruptedException {
    return database
        .run("SELECT session_id FROM INFORMATION_SCHEMA.SESSIONS WHERE blocker_id IS NOT NULL")
        .size();
  }

  private static void makeTheRestDueOneAfterTheOther(SharedDatabase database)
      throws InterruptedException {
    database.run(
        """
        UPDATE tracker.shipment
        SET due_at = DATEADD(MILLISECOND, CAST(RAND() * %s AS INT), CURRENT_TIMESTAMP)
        WHERE due_at > DATEADD(MINUTE, 1, CURRENT_TIMESTAMP)\
        """
            .formatted(SPREAD_MILLIS));
  }

  private static void allHaveWorked(Map<Integer, Long> parcels, Bakeries bakeries) throws Failed {
    boolean all =
        IntStream.rangeClosed(1, Bakeries.NUMBER).allMatch(number -> parcels.containsKey(number));
    if (!all) {
      throw new Failed(
          new Failure(
              "All three trackers move parcels.",
              "They have shipped "
                  + IntStream.rangeClosed(1, Bakeries.NUMBER)
                      .mapToObj(number -> String.valueOf(parcels.getOrDefault(number, 0L)))
                      .collect(Collectors.joining(", "))
                  + " parcels.",
              ParcelSteps.SHIPMENTS,
              "Do not choose one that does it all: let each clock take what no other has locked at that moment.",
              bakeries.log()));
    }
  }
}
