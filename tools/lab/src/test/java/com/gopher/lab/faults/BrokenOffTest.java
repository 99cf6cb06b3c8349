package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.gopher.lab.system.Directories;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what broke off the logs are left: they say why, and the command names them. */
class BrokenOffTest {

  private static final Pattern KEPT = Pattern.compile("Kept: (\\S+)");

  @TempDir private Path empty;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private BuiltPrograms programs;
  private Console console;

  @BeforeEach
  void takeProgramsThatCannotStart() {
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    console = new Console(stream, stream, false);
    String java = empty.resolve("java").toString();
    programs =
        new BuiltPrograms(
            java, List.of(java), List.of(java), empty.resolve("jar"), empty, List::of);
  }

  @AfterEach
  void forgetWhatWasKept() {
    Directories.delete(kept());
  }

  @Test
  void ofARun() throws Exception {
    var suite = new FaultSuite(programs, hasty(), console, 1, 1, false);

    FaultReport report = suite.run(List.of("broker-killed"), false, result -> {});

    assertThat(report.results()).singleElement().matches(it -> it.notRun() == 1);
    assertThat(kept()).isDirectory();
  }

  @Test
  void ofASoak() {
    var soak =
        new Soak(programs, hasty(), console, 1, Duration.ofSeconds(2), Duration.ofSeconds(1));

    assertThat(catchThrowable(soak::run)).isNotNull();
    assertThat(kept()).isDirectory();
  }

  private static LoadProfile hasty() {
    return LoadProfile.hasty(Duration.ofSeconds(1));
  }

  private Path kept() {
    Matcher matcher = KEPT.matcher(said.toString(StandardCharsets.UTF_8));
    assertThat(matcher.find()).as("what was said: %s", said).isTrue();
    return Path.of(matcher.group(1));
  }
}
