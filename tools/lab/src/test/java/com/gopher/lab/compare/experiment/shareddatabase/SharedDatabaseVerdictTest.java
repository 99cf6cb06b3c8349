package com.gopher.lab.compare.experiment.shareddatabase;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Compared;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.experiment.shareddatabase.SharedDatabaseVerdict.Fared;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedDatabaseVerdictTest {

  private static final Fared CASTLE = new Fared(0, 1);
  private static final Fared CITY = new Fared(1, 1);
  private static final Fared TIED = new Fared(0, 0);

  @Test
  void tiedByDatabaseAndTableAndSlowerIsShown() {
    SharedDatabaseVerdict verdict = of(CASTLE, CITY, TIED, 14_000);

    assertThat(verdict.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict.because())
        .contains("accepted in time: castle 0 %, city 100 %, sharing 0 %")
        .contains("parcels seen: castle 100 %, city 100 %, sharing 0 %")
        .contains("2.00 times");
  }

  @Test
  void tiedButNoSlowerIsNotShown() {
    assertThat(of(CASTLE, CITY, TIED, 7_700).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void tiedByOneOfTheTwoIsNotShown() {
    assertThat(of(CASTLE, CITY, new Fared(0, 1), 14_000).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(of(CASTLE, CITY, new Fared(1, 0), 14_000).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void separateDatabasesThatDoNotHelpShowNothing() {
    assertThat(of(CASTLE, TIED, TIED, 14_000).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aProcessWhoseOwnTableCannotChangeIsNoControl() {
    assertThat(of(TIED, CITY, TIED, 14_000).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void independentInSpiteOfTheSharedDatabaseIsContrary() {
    assertThat(of(CASTLE, CITY, CITY, 14_000).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void fasterThanOneProcessIsContrary() {
    assertThat(of(CASTLE, CITY, TIED, 3_500).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  private static SharedDatabaseVerdict of(Fared castle, Fared city, Fared sharing, double visible) {
    var shapes = new LinkedHashMap<String, Fared>();
    shapes.put("castle", castle);
    shapes.put("city", city);
    shapes.put("sharing", sharing);
    return new SharedDatabaseVerdict(
        "castle",
        "sharing",
        shapes,
        List.of(
            Compared.of("accepted p50", 6_000, 6_200), Compared.of("visible p50", 7_000, visible)),
        0.45);
  }
}
