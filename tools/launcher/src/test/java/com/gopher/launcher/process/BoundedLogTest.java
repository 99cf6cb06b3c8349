package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.launcher.jvm.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that say very much, and whose logs are to stay small. */
@Tag("seconds")
class BoundedLogTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long KILOBYTE = 1_000;

  /** Four files, and what is written until the oldest is deleted. */
  private static final long BOUND = 900 * KILOBYTE;

  private static final Map<String, String> SMALL =
      Map.of(
          "LOGGING_LOGBACK_ROLLINGPOLICY_MAXFILESIZE", "100KB",
          "LOGGING_LOGBACK_ROLLINGPOLICY_TOTALSIZECAP", "300KB");

  private static final String STRANGE = " é, %d{yyyy} 100% (c++) [d] #1 'x' \"y\" *?^$|&~!";

  @TempDir private Path directory;

  @Test
  void aProgramRotatesItsLogWhileItRunsWhateverItsDirectoryIsCalled() {
    Path logs = directory.resolve(STRANGE);

    RunningProcess gateway = start(logs, SMALL);
    try {
      awaitReady(gateway);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                gateway.probe().isReady();
                assertThat(namesIn(logs)).contains("gateway.log").hasSizeGreaterThan(2);
                assertThat(namesIn(logs))
                    .as("the oldest is gone")
                    .noneMatch(it -> it.endsWith(".0"));
                assertThat(namesIn(directory)).as("beside it").containsExactly(STRANGE);
                assertThat(sizeOf(logs)).isLessThan(BOUND);
              });
    } finally {
      ProcessControl.kill(gateway);
    }
  }

  /** The control: what goes to the standard output grows for as long as it runs. */
  @Test
  void withoutThatItGrows() {
    Path logs = directory.resolve("logs");

    RunningProcess gateway = start(logs, Map.of("LOGGING_CONSOLE_ENABLED", "true"));
    try {
      awaitReady(gateway);
      assertThat(namesIn(logs)).containsExactly("gateway.log");
      assertThat(sizeOf(logs)).isGreaterThan(BOUND);
    } finally {
      ProcessControl.kill(gateway);
    }
  }

  @Test
  void whoDecidesAboutTheLogHimselfIsLeftAlone() {
    Path log = directory.resolve("gateway.log");

    assertThat(BoundedLog.settings(log, Map.of(), Map.of("LOGGING_FILE_NAME", "mine.log")))
        .isEmpty();
    assertThat(BoundedLog.settings(log, Map.of(), Map.of("LOGGING_LEVEL_ROOT", "INFO")))
        .containsEntry("LOGGING_FILE_NAME", log.toString());
  }

  /** With it the program would not start. */
  @ParameterizedTest
  @ValueSource(strings = {"a)b", "(a", "[d"})
  void whatCannotBeWrittenInAPatternLeavesALogAsItIs(String name) {
    assertThat(BoundedLog.settings(directory.resolve(name).resolve("gateway.log"), Map.of()))
        .isEmpty();
  }

  /** A program that logs more during its start than others in a week. */
  private static RunningProcess start(Path logs, Map<String, String> settings) {
    int management = Ports.free();
    var environment = new HashMap<>(settings);
    environment.put("LOGGING_LEVEL_ROOT", "TRACE");
    environment.put("SERVER_PORT", "0");
    environment.put("MANAGEMENT_SERVER_PORT", "" + management);
    Path jar = Path.of("..", "..", "gateway", "target", "gateway.jar").toAbsolutePath().normalize();
    URI url = URI.create("http://127.0.0.1:" + management);
    return ProcessControl.start(
        ProcessSpec.of(
            "gateway",
            List.of(Jdk.current().java(), "-XX:TieredStopAtLevel=1", "-jar", jar.toString()),
            environment,
            url,
            url,
            List.of(),
            null),
        logs.resolve("gateway.log"));
  }

  private static void awaitReady(RunningProcess process) {
    await().atMost(PATIENCE).until(() -> process.probe().isReady());
  }

  private static List<String> namesIn(Path logs) {
    try (Stream<Path> files = Files.list(logs)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sizeOf(Path logs) {
    return namesIn(logs).stream().mapToLong(name -> logs.resolve(name).toFile().length()).sum();
  }
}
