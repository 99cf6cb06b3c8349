package com.gopher.lab.compare.experiment.blockedroad;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.experiment.blockedroad.BlockedRoadVerdict.Fared;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockedRoadVerdictTest {

  private static final Fared AT_ONCE = new Fared(1, 0.1, 0, 0);
  private static final Fared LATE = new Fared(1, 10.8, 0.9, 0);

  private final Map<RoadFault, Map<String, Fared>> fared = new EnumMap<>(RoadFault.class);

  BlockedRoadVerdictTest() {
    record(RoadFault.SLOW, AT_ONCE, new Fared(1, 1.4, 0.5, 0));
    recordEachStop(LATE);
  }

  @Test
  void whoHasARoadWaitsForItAndNobodyElseDoes() {
    assertThat(verdict().verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict().because())
        .contains("When the broker is frozen: castle 100 %, 0.1 s, city 100 %, 10.8 s")
        .endsWith("Lost: 0.");
  }

  @Test
  void oneFaultThatDoesNoHarmIsEnoughForADoubt() {
    record(RoadFault.HALF_OPEN, AT_ONCE, AT_ONCE);
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aSlowCastleShowsNothingAboutRoads() {
    record(RoadFault.CUT, LATE, LATE);
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aBlockedRoadThatNobodyNoticesIsContrary() {
    recordEachStop(AT_ONCE);
    assertThat(verdict().verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void whoTurnsEverybodyAwayIsHarmedThoughNobodyWaits() {
    recordEachStop(new Fared(0, 0, 0, 0));
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void parcelsThatNeverComeAreMoreHarmThanTheClaimAdmits() {
    record(RoadFault.CUT, AT_ONCE, new Fared(1, 10.8, 0, 12));
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict().because()).endsWith("Lost: 12.");
  }

  @Test
  void aWaitThatIsShortBesideTheFaultShowsNothingUnlessItIsOfInterest() {
    recordEachStop(new Fared(1, 3, 0, 0));
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(new BlockedRoadVerdict(Set.of("city"), 10, fared, 0.2).verdict())
        .isEqualTo(Verdict.SHOWN);
  }

  private BlockedRoadVerdict verdict() {
    return new BlockedRoadVerdict(Set.of("city"), 10, fared, 0.5);
  }

  private void recordEachStop(Fared city) {
    for (RoadFault fault : RoadFault.values()) {
      if (fault.stops()) {
        record(fault, AT_ONCE, city);
      }
    }
  }

  private void record(RoadFault fault, Fared castle, Fared city) {
    var byShape = new LinkedHashMap<String, Fared>();
    byShape.put("castle", castle);
    byShape.put("city", city);
    fared.put(fault, byShape);
  }
}
