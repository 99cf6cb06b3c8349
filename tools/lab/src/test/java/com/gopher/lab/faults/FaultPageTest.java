package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.faults.FaultRun.Outcome;
import com.gopher.lab.faults.Violation.Kind;
import com.gopher.lab.machine.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPageTest {

  private static final Fault FAULT =
      Fault.all().stream()
          .filter(fault -> fault.name().equals("broker-frozen"))
          .findFirst()
          .orElseThrow();

  @Test
  void aRunWhoseFaultDidNotStrikeIsNotCounted() {
    FaultSummary result =
        FaultSummary.of(FAULT, null, List.of(outcome("it struck"), outcome(null)));

    assertThat(result.line()).startsWith("broker-frozen").containsPattern("frozen +1 ");
    assertThat(page(result)).contains("| broker-frozen | 1, and 1 not run | 20 | 0 | 0 | 0 | 4 |");
  }

  @Test
  void anOrderWithSeveralViolationsOfAKindCountsOnce() {
    FaultSummary result =
        FaultSummary.of(
            FAULT,
            null,
            List.of(
                outcome(
                    "it struck",
                    new Violation(Kind.LOST, "a", "is gone"),
                    new Violation(Kind.LOST, "a", "has no invoice"),
                    new Violation(Kind.DUPLICATED, "a", "happened twice"))));

    assertThat(result.lost()).isEqualTo(1);
    assertThat(result.duplicated()).isEqualTo(1);
    assertThat(result.isAsExpected()).isFalse();
  }

  @Test
  void aControlIsGoodIfItIsFoundOut() {
    FaultSummary blind = FaultSummary.of(FAULT, "the brakes", List.of(outcome("it struck")));
    FaultSummary seeing =
        FaultSummary.of(
            FAULT,
            "the brakes",
            List.of(outcome("it struck", new Violation(Kind.LOST, "a", "is gone"))));

    assertThat(blind.isAsExpected()).isFalse();
    assertThat(seeing.isAsExpected()).isTrue();
    assertThat(page(seeing))
        .contains(
            "*unprotected:* broker-frozen", "without the brakes: for example lost: a is gone");
  }

  @Test
  void aControlThatCameToNoRunHasFoundNothingOutAndMissedNothing() {
    FaultSummary result = FaultSummary.of(FAULT, "the brakes", List.of(outcome(null)));

    assertThat(result.isAsExpected()).isTrue();
    assertThat(result.notRun()).isOne();
  }

  private static Outcome outcome(String evidence, Violation... violations) {
    return new Outcome(1, 10, 2, 2, evidence, List.of(violations), 1.5, 30);
  }

  private static String page(FaultSummary result) {
    return FaultPage.of(
        new FaultReport(
            new Machine("2026-11-23T00:00:00Z", 2, null, null, "Linux amd64", "25", 0.1, "abc"),
            7,
            30,
            List.of(result)));
  }
}
