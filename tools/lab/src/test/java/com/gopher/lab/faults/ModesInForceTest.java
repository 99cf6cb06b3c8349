package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.topic.TopicRecord;
import com.gopher.launcher.shape.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An order has the decider of the mode in force, and in doubt either. */
class ModesInForceTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final ModesInForce modes = new ModesInForce(Delivery.EXTRACTED);
  private final List<TopicRecord> ordersTopic = new ArrayList<>();

  ModesInForceTest() {
    modes.changed(Delivery.IN_PROCESS, second(10), second(11));
    modes.changed(Delivery.EXTRACTED, second(20), second(21));
  }

  @Test
  void eachOrderHasTheDeciderOfItsTime() {
    placed("tracker", second(9));
    placed("shop", second(12));
    placed("shop", second(19));
    placed("tracker", second(22));

    assertThat(modes.violations(seen())).isEmpty();
  }

  @Test
  void whileTheChangeIsUnderWayEitherIsRight() {
    for (String decider : List.of("shop", "tracker")) {
      placed(decider, Instant.parse("2026-11-23T12:00:10.500Z"));
      placed(decider, second(9), second(12));
    }

    assertThat(modes.violations(seen())).isEmpty();
  }

  @Test
  void anOrderWithAnotherDeciderIsFound() {
    placed("shop", second(9));
    placed("tracker", second(12));
    placed("shop", second(22));

    assertThat(modes.violations(seen()))
        .extracting(Violation::what)
        .containsExactly(
            "was placed when the mode was extracted, and is the shop's",
            "was placed when the mode was in-process, and is the tracker's",
            "was placed when the mode was extracted, and is the shop's");
  }

  @Test
  void itIsSaidHowLongTheChangesTook() {
    assertThat(modes.durations()).isEqualTo("1000, 1000");
  }

  private static Instant second(int number) {
    return NOON.plus(Duration.ofSeconds(number));
  }

  private void placed(String decider, Instant at) {
    placed(decider, at, at);
  }

  private void placed(String decider, Instant idMade, Instant placedAt) {
    var id = new UUID(idMade.toEpochMilli() << 16 | 7L << 12, ordersTopic.size());
    ordersTopic.add(
        TopicRecord.of(
            "shop.orders",
            0,
            ordersTopic.size(),
            placedAt,
            id.toString(),
            """
            {"sequence":1,"status":"PLACED","decider":"%s","placedAt":"%s"}"""
                .formatted(decider, placedAt)));
  }

  private Observed seen() {
    return new Observed(
        Set.of(),
        Set.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        ordersTopic,
        List.of(),
        List.of(),
        Set.of(),
        0,
        0);
  }
}
