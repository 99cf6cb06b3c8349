package com.gopher.course.check;

import com.gopher.lab.faults.FaultDrill;
import com.gopher.lab.faults.FaultSummary;
import com.gopher.lab.faults.LoadProfile;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five faults of the drill, run in one city of the learner's programs. */
final class Drill implements AutoCloseable {

  /** What is asked about each fault, in the order in which they are run. */
  static final Map<String, Set<Effect>> QUESTIONS = questions();

  private static final long SEED = 7;

  /** With a city in which nothing changes any more. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * How a run ended.
   *
   * @param log what the suite said about it
   */
  record Run(FaultSummary summary, String log) {

    boolean counts() {
      return summary.notRun() == 0;
    }
  }

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private @Nullable FaultDrill faults;

  private static Map<String, Set<Effect>> questions() {
    var questions = new LinkedHashMap<String, Set<Effect>>();
    questions.put("broker-killed", EnumSet.allOf(Effect.class));
    questions.put("shop-killed-before-send", EnumSet.allOf(Effect.class));
    questions.put("tracker-killed-in-mid-batch", EnumSet.allOf(Effect.class));
    questions.put("whole-topic-replayed", EnumSet.allOf(Effect.class));
    // Nothing is away, so what is late is only what a busy machine makes so.
    questions.put("poison-among-good", EnumSet.complementOf(EnumSet.of(Effect.LATE)));
    return questions;
  }

  /** Strikes the city of the subject; the first fault builds it. */
  Run run(String fault, Subject subject) throws Failed, InterruptedException {
    said.reset();
    FaultSummary summary = inOneCity(subject).run(fault);
    return new Run(summary, said.toString(StandardCharsets.UTF_8));
  }

  private FaultDrill inOneCity(Subject subject) throws Failed {
    if (faults == null) {
      var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
      faults =
          new FaultDrill(
              programs(subject),
              LoadProfile.hasty(PATIENCE).withoutCancellations(),
              new Console(stream, stream, false),
              SEED,
              List.copyOf(QUESTIONS.keySet()));
    }
    return faults;
  }

  @Override
  public void close() {
    if (faults != null) {
      faults.close();
    }
  }

  private static BuiltPrograms programs(Subject subject) throws Failed {
    return new BuiltPrograms(
        Jdk.current().java(),
        command(subject.shop(), subject.work()),
        command(subject.tracker(), subject.work()),
        // Only for its database server, which no fault of the drill needs.
        Home.TOOLS.built("extracted-tracker", "target", "gotracker.jar"),
        Home.TOOLS.built("tools", "broker", "target", "lib"),
        List::of);
  }

  private static List<String> command(CompiledProgram program, Path work) {
    Path jar = work.resolve(program.program().title() + ".jar");
    ThinJar.write(program, jar);
    return List.of(
        Jdk.current().java(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx384m",
        "-jar",
        jar.toString());
  }
}
