package com.gopher.lab.compare.experiment.upgrade;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.TemporaryDirectory;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.ShippingCode;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** "Change a room, rebuild the castle; the fire station upgrades alone." */
public final class Upgrade implements Experiment {

  private static final Map<String, String> OTHER_VERSION =
      Map.of(
          UpgradeBuild.OLD_PREFIX, UpgradeBuild.NEW_PREFIX,
          UpgradeBuild.NEW_PREFIX, UpgradeBuild.OLD_PREFIX);

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var builds = new LinkedHashMap<String, UpgradeBuild.Product>();
    var deployments = new ArrayList<UpgradeDeployment>();
    try (var workplace = TemporaryDirectory.named("upgrade")) {
      for (SystemShape shape : laboratory.shapes()) {
        ShippingCode code = shape.shippingCode();
        laboratory.tell("building a changed " + code.module());
        Path copy = Files.createDirectory(workplace.path().resolve(shape.name()));
        var product = new UpgradeBuild(laboratory.home(), code, copy).build();
        builds.put(shape.name(), product);
        var fastStart = new FastStart(Jdk.current(), Console.ofThisProcess());
        List<String> changed = fastStart.command(product.jar());
        deployments.addAll(deploy(laboratory, shape, changed));
      }
    }
    return finding(deployments, builds);
  }

  /**
   * @param changed the command that starts what was built from changed source
   */
  private static List<UpgradeDeployment> deploy(
      Laboratory laboratory, SystemShape shape, List<String> changed)
      throws IOException, InterruptedException {
    var deployed = new AtomicReference<>(UpgradeBuild.OLD_PREFIX);
    Setup setup =
        Setup.plain()
            .changing(
                spec ->
                    spec.name().equals(shape.shipping())
                            && deployed.get().equals(UpgradeBuild.NEW_PREFIX)
                        ? startedAs(changed, spec)
                        : spec);
    var deployments = new ArrayList<UpgradeDeployment>();
    try (RunningSystem system = laboratory.start(shape, setup)) {
      var underLoad = new UpgradeUnderLoad(system);
      for (int number = 1; number <= laboratory.forks(); number++) {
        laboratory.tell("%s, deployment %s of %s", shape.name(), number, laboratory.forks());
        deployed.updateAndGet(OTHER_VERSION::get);
        deployments.add(underLoad.deploy(deployed.get()));
      }
    }
    return deployments;
  }

  /** The same flags and surroundings, but another jar, with the archive of classes made for it. */
  static ProcessSpec startedAs(List<String> changed, ProcessSpec spec) {
    List<String> command =
        new ArrayList<>(spec.command().stream().filter(word -> !isArchive(word)).toList());
    int jar = command.indexOf("-jar") + 1;
    command.set(jar, changed.get(changed.indexOf("-jar") + 1));
    command.addAll(1, changed.stream().filter(Upgrade::isArchive).toList());
    return spec.with(command, Map.of());
  }

  private static boolean isArchive(String word) {
    return word.startsWith("-XX:SharedArchiveFile=") || word.startsWith("-XX:AOTCache=");
  }

  Finding finding(List<UpgradeDeployment> deployments, Map<String, UpgradeBuild.Product> builds) {
    var verdict =
        UpgradeVerdict.on(deployments, builds, text().smallest("orders refused in a deployment"));
    Map<String, List<Measure>> measures = new LinkedHashMap<>();
    List<Chart> charts = new ArrayList<>();
    builds.forEach(
        (shape, build) -> {
          List<UpgradeDeployment> ofShape =
              deployments.stream().filter(it -> it.shape().equals(shape)).toList();
          measures.put(shape, measures(build, ofShape));
          ofShape.stream().findFirst().ifPresent(it -> charts.add(timeline(it)));
        });
    return new Finding(
        verdict.verdict(), verdict.because(), measures, List.of(), charts, List.of());
  }

  private static List<Measure> measures(
      UpgradeBuild.Product build, List<UpgradeDeployment> deployments) {
    var measures =
        new ArrayList<>(
            List.of(
                new Measure("build", build.seconds(), "s"),
                new Measure("classes compiled", build.classes(), "classes"),
                new Measure("packages compiled", build.packages(), "packages"),
                new Measure("file to bring there", build.bytes(), "bytes"),
                new Measure(
                    "processes restarted",
                    deployments.stream().mapToInt(it -> it.restarted().size()).max().orElse(0),
                    "processes"),
                new Measure(
                    "orders refused in a deployment",
                    deployments.stream().mapToLong(UpgradeDeployment::refused).average().orElse(0),
                    "orders")));
    double[] seconds =
        deployments.stream()
            .map(UpgradeDeployment::secondsUntilSeen)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (seconds.length > 0) {
      measures.add(new Measure("new behaviour seen after", seconds[seconds.length / 2], "s"));
    }
    return measures;
  }

  private static Chart timeline(UpgradeDeployment deployment) {
    List<Chart.Mark> marks = new ArrayList<>();
    marks.add(new Chart.Mark(deployment.deployedAt(), "deployment"));
    if (deployment.secondsUntilSeen() != null) {
      marks.add(
          new Chart.Mark(
              deployment.deployedAt() + deployment.secondsUntilSeen(), "new behaviour seen"));
    }
    List<Chart.Point> points =
        IntStream.range(0, deployment.seconds().size())
            .mapToObj(i -> new Chart.Point(i, deployment.seconds().get(i).accepted()))
            .toList();
    return Chart.timeline(
        "Orders accepted while the " + deployment.shape() + " is upgraded",
        "orders per second",
        List.of(Chart.Series.line(deployment.shape(), points)),
        marks);
  }
}
