package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Shop;
import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be run is said before anything is started. */
class FaultsCommandTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"", "an hour", "60", "59s", "25h", "-60m", "P1D", "1e9h"})
  void aSoakNeedsATimeThatCanBeRead(String time) {
    assertThat(faults("--soak", time)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("from 1m to 24h, for example 60m", "Nothing was started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--controls", "--gateway", "--keep", "--runs=2", "broker-killed"})
  void aSoakChoosesItsFaultsItself(String option) {
    assertThat(faults("--soak", "60m", option)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("--soak chooses the faults itself", "Nothing was started");
  }

  @Test
  void noRunAndNoCallAreTooFew() {
    assertThat(faults("--runs", "0")).isEqualTo(2);
    assertThat(faults("--soak", "1m", "--rate", "0")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("must be above 0");
  }

  private int faults(String... options) {
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] command = new String[options.length + 1];
    command[0] = "faults";
    System.arraycopy(options, 0, command, 1, options.length);
    return Shop.run(new Console(stream, stream, false), command);
  }
}
