package com.gopher.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A short comparison with real processes: what comes out, and what is left behind. */
@Tag("minutes")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class CompareTest {

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final int INTERRUPTED = 130;

  @TempDir private Path temporary;

  private final List<Process> started = new ArrayList<>();

  /** Only a failed test leaves one; asked to end, it ends what it has started. */
  @AfterEach
  void endWhatStillRuns() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void aShortRunComparesBothShapesWithTheirNoise() throws Exception {
    Process compare = start("deploy", "--quick", "--json");
    assertThat(compare.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(compare.exitValue()).as(narration()).isZero();
    JsonNode report = JsonMapper.shared().readTree(Files.readString(out()));
    assertThat(report.path("aa").path("bands").size()).isPositive();
    JsonNode deploy = experiment(report, "deploy");
    assertThat(deploy.path("verdict").asString()).isEqualTo("shown");
    assertThat(deploy.path("claim").asString()).isNotBlank();
    assertThat(deploy.path("cannotShow").size()).isPositive();
    assertThat(deploy.path("shapes").propertyNames()).containsExactly("castle", "city");
    assertThat(deploy.path("comparisons").size()).isPositive();
    JsonNode latency = experiment(report, "latency");
    assertThat(latency.path("status").asString()).isEqualTo("not run");
    assertThat(latency.has("verdict")).isFalse();
    assertThat(reportFile()).content().contains("\"deploy\"");
    assertThat(narration()).contains("This takes about", "left]");
    assertThat(testbed()).isEmpty();
  }

  @Test
  void anInterruptLeavesAReportAndNoProcess() throws Exception {
    Process compare = start("stopwatch", "--quick");
    await().atMost(PATIENCE).until(() -> narration().contains("open loop"));
    List<ProcessHandle> processes = compare.descendants().toList();
    assertThat(processes).isNotEmpty();

    new ProcessBuilder("kill", "-INT", "" + compare.pid()).start().waitFor();
    assertThat(compare.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(compare.exitValue()).isEqualTo(INTERRUPTED);
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    JsonNode report = JsonMapper.shared().readTree(Files.readString(reportFile()));
    assertThat(experiment(report, "stopwatch").path("status").asString()).isEqualTo("interrupted");
    assertThat(testbed()).isEmpty();
  }

  @Test
  void anUnknownExperimentIsRefusedByNamingThoseThatThereAre() throws Exception {
    Process compare = start("speed");
    assertThat(compare.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(compare.exitValue()).isEqualTo(2);
    assertThat(narration()).contains("speed", "Nothing was run", "latency");
  }

  private static JsonNode experiment(JsonNode report, String name) {
    return report
        .path("experiments")
        .valueStream()
        .filter(experiment -> experiment.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Process start(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dshop.home=" + Path.of("..", "..").toAbsolutePath().normalize(),
                "-Djava.io.tmpdir=" + Files.createDirectories(temporary.resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                "com.gopher.cli.Shop",
                "compare",
                "--out",
                temporary.resolve("report").toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out().toFile())
            .redirectError(temporary.resolve("err").toFile())
            .start();
    started.add(process);
    return process;
  }

  private Path out() {
    return temporary.resolve("out");
  }

  private Path reportFile() {
    return temporary.resolve("report").resolve("report.json");
  }

  private String narration() throws IOException {
    return Files.readString(temporary.resolve("err"));
  }

  /** Where the systems lived. */
  private List<Path> testbed() throws IOException {
    try (var paths = Files.list(temporary.resolve("tmp"))) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith("shop-compare"))
          .toList();
    }
  }
}
