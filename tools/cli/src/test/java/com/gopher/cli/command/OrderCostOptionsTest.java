package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Shop;
import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be measured is refused before anything is started. */
class OrderCostOptionsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--rates=60;fast, 'fast' is no rate",
        "--rates=0, '0' is no rate",
        "--rates=-5, '-5' is no rate",
        "--rates=NaN, 'NaN' is no rate",
        "--rates=100000, '100000' is no rate",
        "--seconds=0, --seconds must be between 1 and 600",
        "--runs=0, --runs must be between 1 and 100",
        "--runs=1 --against=., --runs must be between 1 and 100",
        "--against=nowhere, There is no directory nowhere",
        "--against=src, src is no checkout of this project"
      })
  void itIsRefusedWithASentence(String options, String sentence) {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    var words = new ArrayList<>(List.of("bench", "order-cost"));
    words.addAll(List.of(options.replace(';', ',').split(" ")));

    int exit = Shop.run(new Console(stream, stream, false), words.toArray(String[]::new));

    assertThat(said.toString(StandardCharsets.UTF_8)).contains(sentence, "Nothing was measured.");
    assertThat(exit).isEqualTo(2);
  }
}
