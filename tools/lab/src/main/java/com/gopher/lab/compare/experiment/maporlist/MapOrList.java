package com.gopher.lab.compare.experiment.maporlist;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Standstill;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trackers come and go, and reads have to find one. */
public final class MapOrList implements Experiment {

  /** Without the shop's copy as the second answer: what is looked for is whether one is found. */
  private static final Map<String, String> ROUTES =
      Map.of(
          "GATEWAY_ROUTES_0_PATH", "/api/tracking/**",
          "GATEWAY_ROUTES_0_SERVICE", "tracker",
          "GATEWAY_ROUTES_0_SILENCE", "2s",
          "GATEWAY_ROUTES_1_PATH", "/**",
          "GATEWAY_ROUTES_1_SERVICE", "shop",
          "GATEWAY_ROUTES_1_SILENCE", "10s");

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var fared = new LinkedHashMap<Variant, Fared>();
    for (Variant variant : laboratory.depth() == Depth.FULL ? Variant.full() : Variant.quick()) {
      laboratory.tell("%s: trackers come and go", variant.name());
      try (RunningSystem system = laboratory.start(shape(variant, laboratory), setup(variant))) {
        fared.put(variant, new Comings(system, variant).watch());
      }
    }
    return finding(fared);
  }

  private static SystemShape shape(Variant variant, Laboratory laboratory) {
    return variant.times() == null
        ? laboratory.furtherShapes().behindAGateway()
        : laboratory.furtherShapes().withAMap();
  }

  private static Setup setup(Variant variant) {
    return Standstill.setup().withShippers(2).changing(spec -> changed(spec, variant));
  }

  private static ProcessSpec changed(ProcessSpec spec, Variant variant) {
    ProcessSpec changed = spec;
    if (spec.name().equals(City.GATEWAY)) {
      changed = changed.with(ROUTES).with(Map.of("GATEWAY_ATTEMPTS", "" + variant.attempts()));
    }
    if (variant.times() == null) {
      return changed;
    }
    if (spec.name().equals(City.REGISTRY)) {
      return changed.with(variant.times().ofTheRegistry());
    }
    if (spec.name().equals(City.GATEWAY)) {
      return changed.with(variant.times().ofWhoAsks());
    }
    return spec.name().startsWith(City.TRACKER)
        ? changed.with(variant.times().ofAnInstance())
        : changed;
  }

  private Finding finding(Map<Variant, Fared> fared) {
    var verdict =
        new MapOrListVerdict(
            fared, text().smallest("until the last failed read"), text().smallest("failed reads"));
    var measures = new LinkedHashMap<String, List<Measure>>();
    fared.forEach((variant, how) -> measures.put(variant.name(), how.measures()));
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        List.of(),
        List.of(
            Chart.bars(
                "Reads that failed after a tracker was killed, of 100",
                "how trackers are found",
                "%",
                fared.entrySet().stream()
                    .map(
                        each ->
                            Series.bars(
                                each.getKey().name(),
                                List.of(
                                    new Measure(
                                        "failed reads", each.getValue().killed().share(), "%"))))
                    .toList())),
        List.of());
  }
}
