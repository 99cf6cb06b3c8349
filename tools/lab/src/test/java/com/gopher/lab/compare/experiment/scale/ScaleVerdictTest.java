package com.gopher.lab.compare.experiment.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScaleVerdictTest {

  private static final TreeMap<Integer, Double> LINEAR =
      new TreeMap<>(Map.of(1, 9.5, 2, 19.0, 4, 37.5));
  private static final TreeMap<Integer, Double> FLAT =
      new TreeMap<>(Map.of(1, 9.5, 2, 9.6, 4, 9.4));
  private static final TreeMap<Integer, Double> HALF =
      new TreeMap<>(Map.of(1, 9.5, 2, 15.0, 4, 20.0));

  private static final Comparison LESS = memory(0.7, 0.65, 0.75);
  private static final Comparison SAME = memory(0.97, 0.9, 1.05);
  private static final Comparison MORE = memory(1.4, 1.3, 1.5);

  @Test
  void onePartIsMultipliedForLess() {
    assertThat(verdict(LINEAR, LESS).verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict(LINEAR, LESS).because())
        .contains("city 1: 9.5, 2: 19.0, 4: 37.5")
        .contains("holds 210 MB in the city and 300 MB in the castle");
  }

  @Test
  void asMuchMemoryAsTheWholeShowsNothing() {
    assertThat(verdict(LINEAR, SAME).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict(LINEAR, SAME).because()).contains("no difference shown");
  }

  @Test
  void halfOfTheExpectedRateShowsNothing() {
    assertThat(verdict(HALF, LESS).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void morePartsThatShipNoMoreAreContrary() {
    assertThat(verdict(FLAT, LESS).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void aPartThatTakesMoreThanTheWholeIsContrary() {
    assertThat(verdict(LINEAR, MORE).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void aFleetThatShippedNothingSaysNothing() {
    var silent = new TreeMap<>(Map.of(1, 1.4, 2, 0.0));

    assertThat(verdict(silent, LESS).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict(silent, LESS).because()).startsWith("In one of the fleets no parcel left");
  }

  private static ScaleVerdict verdict(TreeMap<Integer, Double> city, Comparison memory) {
    var rates = new LinkedHashMap<String, TreeMap<Integer, Double>>();
    rates.put("castle", LINEAR);
    rates.put("city", city);
    return new ScaleVerdict("castle", rates, List.of(memory));
  }

  private static Comparison memory(double ratio, double low, double high) {
    return new Comparison(
        "resident memory of one more process that ships",
        "MB",
        "castle",
        300,
        "city",
        300 * ratio,
        ratio,
        new Interval(low, high),
        new Band("resident memory", 0.93, 1.08));
  }
}
