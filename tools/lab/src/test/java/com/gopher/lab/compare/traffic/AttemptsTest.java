package com.gopher.lab.compare.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Chart.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final double NEVER = Double.NaN;

  private final Attempts attempts =
      new Attempts(
          List.of(
              new Attempt(0.0, 0.01, "a", 0.1),
              new Attempt(0.5, 3.0, "b", 4.0),
              new Attempt(1.0, 0.01, null, NEVER),
              new Attempt(1.5, 0.01, "d", NEVER)));

  @Test
  void anOrderThatIsAcceptedTooLateDoesNotCountAsInTime() {
    assertThat(attempts.shareInTime()).isEqualTo(0.5);
    assertThat(attempts.accepted()).isEqualTo(3);
    assertThat(attempts.acceptedInTimeBySecond()).containsExactly(new Point(0, 1), new Point(1, 1));
  }

  @Test
  void anAcceptedOrderWithoutAParcelIsLostAndARefusedOneIsNot() {
    assertThat(attempts.lost()).isEqualTo(1);
    assertThat(attempts.between(1, 1.5).lost()).isZero();
  }

  @Test
  void theWaitForAParcelCountsFromTheIntendedTime() {
    assertThat(attempts.longestWait()).isEqualTo(3.5);
    assertThat(attempts.lastVisible(99)).isEqualTo(4.0);
    assertThat(attempts.between(1, 2).lastVisible(99)).isEqualTo(99);
  }

  @Test
  void knowledgeIsAsOldAsTheOldestOrderWhoseParcelIsStillMissing() {
    assertThat(attempts.staleness())
        .startsWith(new Point(0, 0), new Point(0.5, 0), new Point(1, 0.5), new Point(1.5, 1))
        .endsWith(new Point(4.0, 2.5), new Point(4.5, 3));
  }
}
