package com.gopher.lab.faults;

import com.gopher.lab.system.Waiting;
import com.gopher.lab.topic.TopicReader;
import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Kafka or the tracker had stored is gone, or is not true any more, and the others go on as if
 * it were.
 */
final class LostData {

  /** Long enough that there are orders which the tracker has not read. */
  private static final Duration WITHOUT_TRACKER = Duration.ofSeconds(2);

  private static final Duration LISTED_WITHIN = Duration.ofSeconds(30);

  private static final String CLOCK_AHEAD = "clock-ahead";
  private static final String LEFT_BEHIND = "unreadable-events";

  /** So that there is something to do again, which must not wait behind what cannot be read. */
  private static final String FAILING = "listeners-fail-at-times";

  private LostData() {}

  static List<Fault> all() {
    return List.of(
        ofKafka(
            "kafka-lost",
            city -> {
              city.kill(City.KAFKA);
              city.deleteKafka();
            }),
        ofKafka(
            "topic-deleted",
            city -> {
              city.topics().delete(TopicReader.ORDERS);
              city.topics().delete(TopicReader.SHIPMENTS);
            }),
        Fault.of("tracker-database-lost", CityConfig.plain(), LostData::loseTrackerDatabase)
            .controlledIn(
                CityConfig.plain().harming(City.TRACKER, "no-own-records"),
                "the tracker's reading of what it had announced",
                Violation.Kind.DISORDERED),
        Fault.of(
                "unreadable-event",
                CityConfig.plain().harming(City.SHOP, LEFT_BEHIND, FAILING),
                LostData::killAmongUnreadableEvents)
            .controlledIn(
                CityConfig.plain()
                    .harming(City.SHOP, LEFT_BEHIND, FAILING, "unreadable-handed-out"),
                "the look at whether an event can be read",
                Violation.Kind.LOST),
        Fault.of("clock-back", clockAhead(), LostData::setTheClockBack)
            .controlledIn(
                clockAhead("dates-believed"),
                "the rule that a date further ahead than can be is void",
                Violation.Kind.LOST));
  }

  private static CityConfig clockAhead(String... more) {
    String[] names =
        Stream.concat(Stream.of(CLOCK_AHEAD), Arrays.stream(more)).toArray(String[]::new);
    return CityConfig.plain().harming(City.SHOP, names).harming(City.TRACKER, names);
  }

  @FunctionalInterface
  private interface Loss {
    void of(CityUnderTest city) throws Exception;
  }

  private static Fault ofKafka(String name, Loss loss) {
    CityConfig config = CityConfig.plain().judgedBy(Topics.LOST);
    return Fault.of(name, config, city -> loseKafka(city, loss))
        .controlledIn(
            config.harming(City.SHOP, "no-reannouncement"),
            "the shop's announcing again",
            Violation.Kind.LOST);
  }

  private static FaultResult loseKafka(CityUnderTest city, Loss loss) throws Exception {
    city.kill(City.TRACKER);
    city.pause(WITHOUT_TRACKER);
    long unread = city.topics().lag(TopicReader.TRACKERS, TopicReader.ORDERS);
    loss.of(city);
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen -> FaultResult.proof(unread > 0, "%s records lost that nobody had read", unread));
  }

  /**
   * The clock is right from the start of the processes on; what they find was dated by it before.
   */
  private static FaultResult setTheClockBack(CityUnderTest city) throws Exception {
    long ahead = city.traps().marks(CLOCK_AHEAD);
    city.kill(City.TRACKER);
    city.kill(City.SHOP);
    city.endSabotage(CLOCK_AHEAD);
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen -> FaultResult.proof(ahead > 1, "%s processes had dated an hour ahead", ahead));
  }

  /** Each start of the shop adds to what it finds. */
  private static FaultResult killAmongUnreadableEvents(CityUnderTest city) throws Exception {
    long before = city.eventsLeftBehind();
    city.kill(City.SHOP);
    Instant relieved = Instant.now();
    city.bringUp();
    long after = city.eventsLeftBehind();
    boolean areListed = Waiting.until(LISTED_WITHIN, () -> city.unreadableEvents() >= after);
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                before > 0 && after > before,
                "%s events that cannot be read before the start, %s after it",
                before,
                after),
        seen ->
            areListed
                ? List.of()
                : List.of(
                    new Violation(
                        Violation.Kind.LOST, "whoever looks", "is not told what cannot be read")));
  }

  private static FaultResult loseTrackerDatabase(CityUnderTest city) throws Exception {
    city.kill(City.TRACKER);
    long settled = city.topics().settled(TopicReader.TRACKERS, TopicReader.ORDERS);
    city.loseTrackerDatabase();
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(settled > 0, "%s records had been read into the database", settled));
  }
}
