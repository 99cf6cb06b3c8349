package com.gopher.course.check;

import com.gopher.lab.faults.FaultReport;
import com.gopher.lab.faults.FaultSuite;
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

/** The five faults of the drill, each run in a city of the learner's programs. */
final class Drill {

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

  private Drill() {}

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

  static Run run(String fault, Subject subject) throws Failed, InterruptedException {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    var suite =
        new FaultSuite(
            programs(subject),
            LoadProfile.hasty(PATIENCE).withoutCancellations(),
            new Console(stream, stream, false),
            SEED,
            1,
            false);
    FaultReport report = suite.run(List.of(fault), false, summary -> {});
    return new Run(report.results().get(0), said.toString(StandardCharsets.UTF_8));
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
