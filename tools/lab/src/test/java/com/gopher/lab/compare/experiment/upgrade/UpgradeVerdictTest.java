package com.gopher.lab.compare.experiment.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.load.LoadRecord;
import com.gopher.launcher.process.ProcessSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpgradeVerdictTest {

  private static final Map<String, UpgradeBuild.Product> BUILDS =
      Map.of(
          "castle", new UpgradeBuild.Product(Path.of("shop.jar"), 40, 150, 12, 60_000_000),
          "city", new UpgradeBuild.Product(Path.of("tracker.jar"), 20, 40, 4, 50_000_000));

  @Test
  void shippingThatIsUpgradedAloneWithoutARefusalShowsTheClaim() {
    var verdict =
        verdict(castle(90, 6.5), castle(110, 7.0), city(0, false, 5.0), city(0, false, 4.5));

    assertThat(verdict.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict.because())
        .isEqualTo(
            "castle: 150 classes compiled for one that changed, shop restarted, 200 of 600 orders refused in 2 deployments (200 by HTTP 503)."
                + " city: 40 classes compiled for one that changed, tracker restarted, 0 of 600 orders refused in 2 deployments.");
  }

  @Test
  void anUpgradeThatRefusesNothingWhereItIsAPartIsNoEvidenceForTheClaim() {
    assertThat(verdict(castle(0, 6.5), city(0, false, 5.0)).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void anUpgradeThatRefusesMoreWhereItIsApartIsContrary() {
    assertThat(verdict(castle(10, 6.5), city(30, false, 5.0)).verdict())
        .isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void anUpgradeThatRestartsTheFrontDoorWhereItIsApartIsContrary() {
    assertThat(verdict(castle(10, 6.5), city(0, true, 5.0)).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void fewerRefusalsButSomeAreNeitherTheOneNorTheOther() {
    assertThat(verdict(castle(90, 6.5), city(1, false, 5.0)).verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void oneRefusedOrderIsNoneIfOneIsOfNoInterest() {
    var deployments = List.of(castle(90, 6.5), city(1, false, 5.0));

    assertThat(UpgradeVerdict.on(deployments, BUILDS, 2).verdict()).isEqualTo(Verdict.SHOWN);
  }

  @Test
  void aBehaviourThatWasNeverSeenShowsNothing() {
    assertThat(verdict(castle(90, 6.5), city(0, false, null)).verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void withOneShapeThereIsNothingToCompare() {
    assertThat(verdict(castle(90, 6.5)).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void theFindingHasATimelineOfEachShapeAndTheMedianDelay() {
    var finding =
        new Upgrade()
            .finding(
                List.of(castle(90, 8.0), castle(90, 6.0), castle(90, 7.0), city(0, false, 5.0)),
                BUILDS);

    assertThat(finding.charts()).hasSize(2);
    assertThat(finding.charts())
        .allSatisfy(
            chart ->
                assertThat(chart.marks())
                    .extracting(mark -> mark.label())
                    .containsExactly("deployment", "new behaviour seen"));
    assertThat(finding.shapes().get("castle"))
        .contains(
            new Measure("new behaviour seen after", 7, "s"),
            new Measure("orders refused in a deployment", 90, "orders"));
  }

  @Test
  void theOtherBuildIsStartedWithTheSameFlagsAndItsOwnArchive() {
    ProcessSpec spec =
        ProcessSpec.of(
            "shop",
            List.of("java", "-Xmx300m", "-XX:SharedArchiveFile=old.jsa", "-jar", "old.jar", "--x"),
            Map.of("SERVER_PORT", "1"),
            URI.create("http://127.0.0.1:1"),
            null,
            List.of(),
            null);

    ProcessSpec changed =
        Upgrade.startedAs(
            List.of("java", "-XX:SharedArchiveFile=new.jsa", "-jar", "new.jar"), spec);

    assertThat(changed.command())
        .containsExactly(
            "java", "-XX:SharedArchiveFile=new.jsa", "-Xmx300m", "-jar", "new.jar", "--x");
    assertThat(changed.environment()).isEqualTo(spec.environment());
  }

  private static UpgradeVerdict verdict(UpgradeDeployment... deployments) {
    return UpgradeVerdict.on(List.of(deployments), BUILDS, 1);
  }

  private static UpgradeDeployment castle(long refused, @Nullable Double seen) {
    return deployment("castle", true, true, "shop", refused, seen);
  }

  private static UpgradeDeployment city(
      long refused, boolean frontDoorRestarted, @Nullable Double seen) {
    return deployment("city", false, frontDoorRestarted, "tracker", refused, seen);
  }

  private static UpgradeDeployment deployment(
      String shape,
      boolean together,
      boolean frontDoorRestarted,
      String restarted,
      long refused,
      @Nullable Double seen) {
    return new UpgradeDeployment(
        shape,
        together,
        frontDoorRestarted,
        Set.of(restarted),
        300,
        refused == 0 ? Map.of() : Map.of("HTTP 503", refused),
        seen,
        2.0,
        List.of(new LoadRecord.Second(20, 20, 4_000), new LoadRecord.Second(20, 0, 0)));
  }
}
