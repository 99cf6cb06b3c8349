package com.gopher.launcher.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.launcher.jvm.Jdk;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged with the broker's jars and as the broker logs. */
@Tag("seconds")
class BrokerLogTest {

  private static final long BOUND = 50_000_000;

  @TempDir private Path directory;

  /** In the broker's stead, whose class path has a library for this that the launcher has not. */
  static final class Talker {

    private static final int LINES = 60_000;
    private static final int CHARACTERS = 1_000;

    private Talker() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
      Object log =
          Class.forName("org.apache.logging.log4j.LogManager")
              .getMethod("getLogger", String.class)
              .invoke(null, "kafka.Talker");
      var warn = Class.forName("org.apache.logging.log4j.Logger").getMethod("warn", String.class);
      String line = "x".repeat(CHARACTERS);
      for (int i = 0; i < LINES; i++) {
        warn.invoke(log, line);
      }
    }
  }

  @Test
  void theBrokerRotatesItsLogWhileItRuns() throws Exception {
    talk(BrokerProcess.LOG);

    assertThat(namesIn(directory.resolve("logs")))
        .containsExactly("kafka.log", "kafka.log.1", "kafka.log.2", "kafka.log.3");
    assertThat(sizeOf(directory)).isLessThan(BOUND);
  }

  /** The control: what goes to the standard output grows for as long as it runs. */
  @Test
  void withoutThatItGrows() throws Exception {
    talk(List.of());

    assertThat(namesIn(directory)).containsExactly("stdout.log");
    assertThat(sizeOf(directory)).isGreaterThan(BOUND);
  }

  private void talk(List<String> options) throws Exception {
    Path libraries = Path.of("..", "broker", "target", "lib").toAbsolutePath().normalize();
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    var command = new ArrayList<>(List.of(Jdk.current().java()));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp", tests + File.pathSeparator + libraries.resolve("*"), Talker.class.getName()));
    Process talker =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("stdout.log").toFile())
            .start();
    assertThat(talker.waitFor()).isZero();
  }

  private static List<String> namesIn(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static long sizeOf(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
