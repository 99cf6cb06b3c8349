package com.gopher.launcher.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void ourColoursReachTheTerminalAndForeignOnesDoNot() {
    Console console = console(true);

    console.result(console.good("ready") + " \u001b[32mready\u001b[0m");

    assertThat(out.toString(UTF_8))
        .isEqualTo("\u001b[32mready\u001b[0m \\u001B[32mready\\u001B[0m\n");
  }

  @Test
  void aForeignTextInsideAColourCannotEndIt() {
    Console console = console(true);

    console.narrate(console.bad("no file a\u001b[0m"));

    assertThat(err.toString(UTF_8)).isEqualTo("\u001b[31mno file a\\u001B[0m\u001b[0m\n");
  }

  @Test
  void aValueBeginsNoLineAndMayBeColoured() {
    Console console = console(true);

    console.result("%s of %.1f: %s", "a\nready", 1.5, console.good("x"));

    assertThat(out.toString(UTF_8)).isEqualTo("a\\u000Aready of 1.5: \u001b[32mx\u001b[0m\n");
  }

  @Test
  void theLinesOfARefusalBehindTheFirstAreSetIn() {
    console(false).refuse("There is no file a\nready.");

    assertThat(err.toString(UTF_8)).isEqualTo("There is no file a\n  ready.\n");
  }

  @Test
  void ourOwnTextMayHaveSeveralLines() {
    console(false).narrate("one\ntwo");

    assertThat(err.toString(UTF_8)).isEqualTo("one\ntwo\n");
  }

  private Console console(boolean coloured) {
    return new Console(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), coloured);
  }
}
