package com.gopher.lab.compare.experiment.goldenrule;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoldenRuleVerdictTest {

  /** As it was recorded, shortened. */
  private static final List<GoldenRuleAttempt> RECORDED =
      List.of(
          allowed("castle", null),
          forbidden("castle", "SQL", true, GoldenRuleNet.RULES),
          forbidden("castle", "SQL", false, GoldenRuleNet.LOGIN),
          forbidden("castle", "connection", true, GoldenRuleNet.RULES),
          forbidden("castle", "connection", false, null),
          allowed("city", null),
          forbidden("city", "SQL", true, GoldenRuleNet.RULES),
          forbidden("city", "SQL", false, GoldenRuleNet.OTHER_DATABASE),
          forbidden("city", "connection", true, GoldenRuleNet.RULES),
          forbidden("city", "connection", false, GoldenRuleNet.LOCKED_FILE));

  @Test
  void theRuleIsShownIfEachWayIsStoppedOnceAndTheReasonNamesWhatOnlyTheBuildStopped() {
    var verdict = GoldenRuleVerdict.on(RECORDED, 1);

    assertThat(verdict.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict.because())
        .isEqualTo(
            "All 4 forbidden ways were stopped, and all 2 allowed ones were open. Only the build stopped connection (castle).");
  }

  @Test
  void aWayThatNothingStopsInOneShapeIsContrary() {
    var open = without(RECORDED, "castle", "connection");
    open.add(forbidden("castle", "connection", true, null));
    open.add(forbidden("castle", "connection", false, null));

    var verdict = GoldenRuleVerdict.on(open, 1);

    assertThat(verdict.verdict()).isEqualTo(Verdict.CONTRARY);
    assertThat(verdict.because()).isEqualTo("Nothing stopped connection (castle).");
  }

  @Test
  void refusalsProveNothingIfTheOwnTableIsRefusedToo() {
    var closed = without(RECORDED, "city", "own");
    closed.add(allowed("city", GoldenRuleNet.OTHER_DATABASE));

    assertThat(GoldenRuleVerdict.on(closed, 1).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void withoutAControlNothingIsShown() {
    var uncontrolled = RECORDED.stream().filter(GoldenRuleAttempt::isForbidden).toList();

    assertThat(GoldenRuleVerdict.on(uncontrolled, 1).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(GoldenRuleVerdict.on(List.of(), 1).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void theFiguresCountWhatEachNetStoppedInEachShape() {
    Finding finding = new GoldenRule().finding(RECORDED, List.of("castle", "city"));

    assertThat(finding.shapes().get("castle"))
        .contains(
            new Measure("stopped by the rules of the build", 2, "attempts"),
            new Measure("stopped by the login of its module", 1, "attempts"),
            new Measure("connection, run", 0, "stopped"));
    assertThat(finding.shapes().get("city"))
        .contains(
            new Measure("stopped by the login of its module", 0, "attempts"),
            new Measure("stopped by a file that another process holds", 1, "attempts"));
  }

  private static List<GoldenRuleAttempt> without(
      List<GoldenRuleAttempt> attempts, String shape, String access) {
    return new ArrayList<>(
        attempts.stream()
            .filter(it -> !(it.shape().equals(shape) && it.access().equals(access)))
            .toList());
  }

  private static GoldenRuleAttempt allowed(String shape, @Nullable GoldenRuleNet stoppedBy) {
    return new GoldenRuleAttempt(shape, "own", false, false, stoppedBy, "");
  }

  private static GoldenRuleAttempt forbidden(
      String shape, String access, boolean atBuildTime, @Nullable GoldenRuleNet stoppedBy) {
    return new GoldenRuleAttempt(shape, access, true, atBuildTime, stoppedBy, "");
  }
}
