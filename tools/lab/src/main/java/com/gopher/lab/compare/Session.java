package com.gopher.lab.compare;

import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Turns;
import com.gopher.lab.compare.experiment.noise.Noise;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.system.FurtherShapes;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.system.Testbed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the experiments of one run use, and share: shapes on one testbed, and one A/A run. */
final class Session implements Laboratory {

  private static final int FORKS = 3;

  private final Depth depth;
  private final List<SystemShape> shapes;
  private final FurtherShapes further;
  private final Testbed testbed;
  private final Progress progress;
  private final Path home;
  private volatile @Nullable Map<String, Band> bands;

  /**
   * @param further shapes for the claims about them
   * @param home where the build's products are
   */
  Session(
      Depth depth,
      List<SystemShape> shapes,
      FurtherShapes further,
      Testbed testbed,
      Progress progress,
      Path home) {
    this.depth = depth;
    this.shapes = List.copyOf(shapes);
    this.further = further;
    this.testbed = testbed;
    this.progress = progress;
    this.home = home;
  }

  @Override
  public Depth depth() {
    return depth;
  }

  @Override
  public List<SystemShape> shapes() {
    return shapes;
  }

  @Override
  public FurtherShapes furtherShapes() {
    return further;
  }

  @Override
  public RunningSystem start(SystemShape shape, Setup setup)
      throws IOException, InterruptedException {
    return testbed.start(shape, setup);
  }

  @Override
  public <S> Map<String, List<S>> interleaved(int forks, Setup setup, Sampler<S> sampler)
      throws IOException, InterruptedException {
    var samples = new LinkedHashMap<String, List<S>>();
    shapes.forEach(shape -> samples.put(shape.name(), new ArrayList<>()));
    int turn = 0;
    for (SystemShape shape : Turns.of(shapes, forks)) {
      tell("%s, start %s of %s", shape.name(), ++turn, forks * shapes.size());
      try (RunningSystem system = start(shape, setup)) {
        samples.get(shape.name()).add(sampler.sample(system));
      }
    }
    return samples;
  }

  @Override
  public int forks() {
    return depth == Depth.FULL ? FORKS : 1;
  }

  @Override
  public Band band(String measure) throws IOException, InterruptedException {
    Map<String, Band> known = bands();
    Band band = known.get(measure);
    if (band != null) {
      return band;
    }
    Band widest =
        known.values().stream()
            .max(Comparator.comparingDouble(each -> each.high() / each.low()))
            .orElseThrow(() -> new IOException("The A/A run measured nothing"));
    return new Band(measure, widest.low(), widest.high());
  }

  /** Of each measure of the A/A run, which is made now if it was not made before. */
  Map<String, Band> bands() throws IOException, InterruptedException {
    Map<String, Band> known = bands;
    if (known == null) {
      known = Noise.measure(this);
      bands = known;
    }
    return known;
  }

  @Override
  public void tell(String what, Object... values) {
    progress.tell(values.length == 0 ? what : String.format(Locale.ROOT, what, values));
  }

  @Override
  public Path home() {
    return home;
  }
}
