package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.command.TriedOrder.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is a mismatch of logic and what is not, and what the report says of many. */
class TriedOrderTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void whatEndedTheSameIsTheSameHoweverLate() {
    assertThat(outcome(delivered(0), delivered(5000))).isEqualTo(Outcome.SAME);
    assertThat(outcome(cancelled(0, null), cancelled(5000, 4000L))).isEqualTo(Outcome.SAME);
  }

  @Test
  void whatIsNotAtItsEndAtBothSidesIsNotYet() {
    assertThat(outcome(delivered(0), shipped(0, null))).isEqualTo(Outcome.NOT_YET);
    assertThat(outcome(shipped(0, null), delivered(0))).isEqualTo(Outcome.NOT_YET);
    assertThat(outcome(delivered(0), ParcelSteps.UNKNOWN)).isEqualTo(Outcome.NOT_YET);
    assertThat(outcome(cancelled(0, null), prepared())).isEqualTo(Outcome.NOT_YET);
    assertThat(outcome(cancelled(0, null), shipped(100, null)))
        .as("the tracker has not heard of the cancellation yet")
        .isEqualTo(Outcome.NOT_YET);
  }

  @Test
  void aCancellationBetweenTheTwoDeparturesIsARace() {
    assertThat(outcome(cancelled(200, null), shipped(100, 210L))).isEqualTo(Outcome.RACE);
    assertThat(outcome(shipped(100, null), cancelled(210, 210L))).isEqualTo(Outcome.RACE);
    assertThat(outcome(delivered(0), cancelled(210, 210L))).isEqualTo(Outcome.RACE);
  }

  /** The control of the test before: a tracker that is wrong is not excused by a cancellation. */
  @Test
  void aTrackerThatDidNotHeedWhatItHadHeardIsAMismatch() {
    assertThat(outcome(cancelled(200, null), shipped(300, 210L)))
        .as("shipped after it had heard of the cancellation")
        .isEqualTo(Outcome.OTHER);
    assertThat(outcome(delivered(0), cancelled(210, null)))
        .as("cancelled what nobody wanted cancelled")
        .isEqualTo(Outcome.OTHER);
    assertThat(outcome(shipped(120_000, null), cancelled(100, 100L)))
        .as("shipped by the shop minutes after the cancellation")
        .isEqualTo(Outcome.OTHER);
  }

  @Test
  void theReportCountsEachKindAndSaysHowMuchLaterEachStepWas() {
    List<TriedOrder> orders = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      orders.add(new TriedOrder("same-" + i, delivered(0), delivered(i)));
    }
    orders.add(new TriedOrder("race", cancelled(200, null), shipped(100, 210L)));
    orders.add(new TriedOrder("other", cancelled(200, null), shipped(300, 210L)));
    orders.add(new TriedOrder("not-yet", delivered(0), ParcelSteps.UNKNOWN));

    TrialReport report = TrialReport.of(orders);

    assertThat(List.of(report.tried(), report.same(), report.races(), report.other()))
        .containsExactly(103, 100, 1, 1);
    assertThat(report.notYet()).isEqualTo(1);
    assertThat(report.steps())
        .contains(new TrialReport.StepDelay("DELIVERED", 100, 50L, 90L, 99L))
        .contains(new TrialReport.StepDelay("CANCELLED", 0, null, null, null));
    assertThat(report.examples())
        .extracting(TrialReport.Example::order)
        .containsExactly("other", "race", "not-yet");
  }

  @Test
  void aCutoverAsksForEnoughTriedOrdersWithoutAMismatch() {
    TrialReport good =
        TrialReport.of(
            List.of(
                new TriedOrder("1", delivered(0), delivered(1)),
                new TriedOrder("2", cancelled(200, null), shipped(100, 210L))));
    TrialReport bad =
        TrialReport.of(List.of(new TriedOrder("3", cancelled(200, null), shipped(300, 210L))));

    assertThat(TrialCheck.missing(good, 2, "")).isEmpty();
    assertThat(TrialCheck.missing(good, 3, " --data-dir x"))
        .singleElement()
        .asString()
        .contains("2 of the 3 that --tried asks for", "./shop shadow --data-dir x");
    assertThat(TrialCheck.missing(bad, 1, ""))
        .singleElement()
        .asString()
        .contains("ended differently at shop and tracker: 1");
  }

  @Test
  void bothSidesWriteAParcelAlike() {
    ParcelSteps parcel =
        ParcelSteps.of(
            JsonMapper.shared()
                .readTree(
                    """
                    {"status":"CANCELLED","cancellationHeardAt":"2026-11-22T12:00:01Z",
                     "history":[{"status":"PREPARING","at":"2026-11-22T12:00:00Z"}]}"""));

    assertThat(parcel.isCancelled()).isTrue();
    assertThat(parcel.times()).containsExactly(Map.entry("PREPARING", NOON));
    assertThat(parcel.cancellationHeardAt()).isEqualTo(NOON.plusSeconds(1));
  }

  private static Outcome outcome(ParcelSteps shop, ParcelSteps tracker) {
    return new TriedOrder("an-order", shop, tracker).outcome();
  }

  private static ParcelSteps prepared() {
    return steps(null, "PREPARING", 0);
  }

  private static ParcelSteps shipped(long millis, @Nullable Long heard) {
    return steps(heard, "SHIPPED", millis);
  }

  private static ParcelSteps delivered(long millis) {
    var times = new LinkedHashMap<>(steps(null, "SHIPPED", millis).times());
    times.put("DELIVERED", NOON.plusMillis(millis));
    return new ParcelSteps("DELIVERED", times, null);
  }

  private static ParcelSteps cancelled(long millis, @Nullable Long heard) {
    return steps(heard, "CANCELLED", millis);
  }

  private static ParcelSteps steps(@Nullable Long heard, String status, long millis) {
    return new ParcelSteps(
        status,
        Map.of(status, NOON.plusMillis(millis)),
        heard == null ? null : NOON.plusMillis(heard));
  }
}
