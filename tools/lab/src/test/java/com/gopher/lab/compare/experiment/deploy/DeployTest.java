package com.gopher.lab.compare.experiment.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Footprint;
import com.gopher.lab.compare.claim.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeployTest {

  private static final Footprint ONE_FILE = new Footprint(1, 60_000_000, 1, 2, 3);
  private static final Footprint FLEET = new Footprint(47, 170_000_000, 3, 6, 44);

  @Test
  void oneFileAgainstAFleetIsShown() {
    assertThat(verdict(ONE_FILE, FLEET)).isEqualTo(Verdict.SHOWN);
  }

  @Test
  void aCastleOfTwoFilesDoesNotShowIt() {
    assertThat(verdict(new Footprint(2, 60_000_000, 1, 2, 3), FLEET)).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aCityOfOneFileAndOneProcessDoesNotShowIt() {
    assertThat(verdict(ONE_FILE, ONE_FILE)).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aCityThatIsLessToCopyThanTheCastleIsAgainstIt() {
    assertThat(verdict(FLEET, ONE_FILE)).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void twoOfEachAreAFleetOnlyIfTwoAreOfInterest() {
    var two = new Footprint(2, 70_000_000, 2, 4, 6);

    assertThat(verdict(ONE_FILE, two)).isEqualTo(Verdict.SHOWN);
    assertThat(Deploy.verdict("castle", Map.of("castle", ONE_FILE, "city", two), 3))
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  private static Verdict verdict(Footprint castle, Footprint city) {
    return Deploy.verdict("castle", Map.of("castle", castle, "city", city), 2);
  }
}
