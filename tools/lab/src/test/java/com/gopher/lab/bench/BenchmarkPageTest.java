package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.bench.BenchmarkReport.Figure;
import com.gopher.lab.machine.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkPageTest {

  @Test
  void everyFigureStandsWithItsAimAndWhetherItWasReached() {
    var report =
        report(
            0.1,
            Figure.atLeast(0.5, "shop to floor", 0.42, "ratio"),
            Figure.below(4, "start", 3.5, "CPU s"));

    assertThat(BenchmarkPage.of(List.of(report)))
        .contains("| shop to floor | 0.42 | ratio | at least 0.5 | no |")
        .contains("| start | 3.5 | CPU s | under 4.0 | yes |")
        .doesNotContain("rough");
  }

  @Test
  void aBusyMachineIsAdmitted() {
    assertThat(BenchmarkPage.of(List.of(report(2.5, Figure.of("rate", 1_234, "orders/s")))))
        .contains("| rate | 1,234 | orders/s |  |  |", "take the figures as rough");
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 3.0))).isEqualTo(3.0);
    assertThat(Statistics.median(List.of(9.0, 1.0, 3.0, 4.0))).isEqualTo(3.5);
  }

  private static BenchmarkReport report(double load, Figure... figures) {
    return new BenchmarkReport(
        "sample",
        "Why?",
        new Machine("2026-11-22T00:00:00Z", 2, null, null, "Linux amd64", "25", load, "abc"),
        List.of(figures),
        List.of("Measured."));
  }
}
