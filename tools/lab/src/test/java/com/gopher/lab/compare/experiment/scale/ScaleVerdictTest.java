package com.gopher.lab.compare.experiment.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Compared;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
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

  private static final Comparison LESS = Compared.of("memory", 300, 170);
  private static final Comparison LITTLE_LESS = Compared.of("memory", 300, 250);
  private static final Comparison SAME = Compared.of("memory", 300, 291);
  private static final Comparison MORE = Compared.of("memory", 300, 420);

  @Test
  void onePartIsMultipliedForLess() {
    assertThat(verdict(LINEAR, LESS).verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict(LINEAR, LESS).because())
        .contains("city 1: 9.5, 2: 19.0, 4: 37.5")
        .contains("memory: castle 0.3 ms, city 0.2 ms (0.57 times;");
  }

  @Test
  void asMuchMemoryAsTheWholeShowsNothing() {
    assertThat(verdict(LINEAR, SAME).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict(LINEAR, SAME).because()).contains("no difference shown");
  }

  @Test
  void lessMemoryThanTheWholeButNotMuchLessShowsNothing() {
    assertThat(LITTLE_LESS.isDifferent()).isTrue();
    assertThat(verdict(LINEAR, LITTLE_LESS).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict(LINEAR, LITTLE_LESS).because())
        .contains("less than the 1.25 times of interest");
  }

  @Test
  void oneThingThatIsCopiedAsMuchAsBeforeIsEnoughToShowNothing() {
    assertThat(verdict(LINEAR, LESS, SAME).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict(LINEAR, LESS, LESS).verdict()).isEqualTo(Verdict.SHOWN);
  }

  @Test
  void aBusyPartThatSlowsTheOthersShowsNothing() {
    var slower = new ScaleVerdict("castle", rates(LINEAR), List.of(LESS), List.of(MORE), 0.75);

    assertThat(slower.verdict()).isEqualTo(Verdict.NOT_SHOWN);
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

  private static ScaleVerdict verdict(TreeMap<Integer, Double> city, Comparison... copied) {
    return new ScaleVerdict("castle", rates(city), List.of(copied), List.of(SAME), 0.75);
  }

  private static Map<String, TreeMap<Integer, Double>> rates(TreeMap<Integer, Double> city) {
    var rates = new LinkedHashMap<String, TreeMap<Integer, Double>>();
    rates.put("castle", LINEAR);
    rates.put("city", city);
    return rates;
  }
}
