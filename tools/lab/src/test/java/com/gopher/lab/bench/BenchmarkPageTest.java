package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            Figure.of("shop to floor", 0.42, "ratio", "at least 0.5"),
            Figure.of("start", 3.5, "CPU s", "under 4.0"));

    assertThat(BenchmarkPage.of(List.of(report)))
        .contains("| shop to floor | 0.42 | ratio | at least 0.5 | no |")
        .contains("| start | 3.5 | CPU s | under 4.0 | yes |")
        .doesNotContain("rough");
  }

  @Test
  void everyFigureOfATextCanBeAdded() {
    BenchmarkText text =
        BenchmarkText.of("big-tables")
            .with("orders", 200_000)
            .figure("old", 12)
            .ratios(List.of(0.8, 1.0));

    assertThat(text.figures())
        .containsExactly(
            Figure.of("shop with 200000 orders", 12, "orders/s"),
            Figure.of("median ratio of the pairs", 0.9, "ratio", "at least 0.9"),
            Figure.of("lowest ratio of a pair", 0.8, "ratio"),
            Figure.of("highest ratio of a pair", 1, "ratio"));
    assertThatThrownBy(() -> text.figure("none", 1)).hasMessageContaining("big-tables.md", "none");
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
