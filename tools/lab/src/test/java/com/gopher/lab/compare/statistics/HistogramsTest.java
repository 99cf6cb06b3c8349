package com.gopher.lab.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HistogramsTest {

  @Test
  void aMergedPercentileIsThatOfAllValues() {
    var quick = new Fork(List.of(LongStream.rangeClosed(1, 90).toArray()));
    var slow = new Fork(List.of(LongStream.rangeClosed(1_001, 1_010).toArray()));

    Histogram merged = Histograms.merged(List.of(Histograms.of(quick), Histograms.of(slow)));

    assertThat(merged.getTotalCount()).isEqualTo(100);
    assertThat(merged.getValueAtPercentile(90)).isEqualTo(90);
    assertThat(merged.getValueAtPercentile(99)).isEqualTo(1_009);
    // What an average of both would have said.
    assertThat(merged.getValueAtPercentile(50)).isNotEqualTo((45 + 1_005) / 2);
  }

  @Test
  void aForksPercentileIsTheHistograms() {
    var fork = new Fork(List.of(new long[] {5, 1, 4}, new long[] {2, 3}));

    for (double percentile : new double[] {1, 20, 50, 80, 99, 100}) {
      assertThat(fork.percentile(percentile))
          .isEqualTo(Histograms.of(fork).getValueAtPercentile(percentile));
    }
  }

  @Test
  void aSecondWithoutOrdersIsNoSlice() {
    assertThat(new Fork(List.of(new long[0], new long[] {1})).slices()).hasSize(1);
  }
}
