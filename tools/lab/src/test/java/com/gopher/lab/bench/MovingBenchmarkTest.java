package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.bench.BenchmarkReport.Figure;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.shape.BuiltPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole benchmark with few orders: what is counted is right also on a busy machine. */
@Tag("long")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MovingBenchmarkTest {

  private static final Path CLONE = Path.of("..", "..").toAbsolutePath().normalize();

  private final @Nullable String home = System.getProperty(Home.TOOLS_PROPERTY);

  @BeforeEach
  void theProgramsAreThoseOfThisClone() {
    System.setProperty(Home.TOOLS_PROPERTY, CLONE.toString());
  }

  @AfterEach
  void forgetThem() {
    if (home == null) {
      System.clearProperty(Home.TOOLS_PROPERTY);
    } else {
      System.setProperty(Home.TOOLS_PROPERTY, home);
    }
  }

  @Test
  void nothingIsLostOrRepeatedAndARestartRefusesOrders() throws Exception {
    var console = new Console(System.err, System.err, false);
    var benchmark =
        new MovingBenchmark(
            CLONE, BuiltPrograms.prepared(console), 2_000, 20, Duration.ofSeconds(4));

    List<Figure> figures = benchmark.run(console).figures();

    assertThat(value(figures, "orders that the tracker does not know")).isZero();
    assertThat(value(figures, "records about orders, beyond one each")).isZero();
    assertThat(value(figures, "differences that all runs of it found")).isZero();
    assertThat(value(figures, "backfill, as it is started")).isBetween(1.0, 501.0);
    assertThat(value(figures, "bare loop")).isPositive();
    // The control of what is counted as refused.
    assertThat(value(figures, "orders refused while it restarted")).isPositive();
  }

  private static double value(List<Figure> figures, String name) {
    return figures.stream()
        .filter(it -> it.name().startsWith(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
