package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

  @TempDir private Path directory;

  @Test
  void anAnalysedFailureIsToldInItsOwnTwoSentences() throws IOException {
    Path log =
        log(
            """
            ***************************
            APPLICATION FAILED TO START
            ***************************

            Description:

            The database is
            in use.

            Action:

            Stop the other shop

            """);

    assertThat(LastWords.in(log, 0)).isEqualTo("The database is in use. Stop the other shop.");
  }

  @Test
  void otherwiseItsLastLinesAreShown() throws IOException {
    Path log = log("one\ntwo\nthree\nfour\nfive\nsix\n");

    assertThat(LastWords.in(log, 0)).contains("two", "six").doesNotContain("one");
  }

  @Test
  void whatAnEarlierStartSaidIsNotToldAgain() throws IOException {
    String earlier = "Description:\n\nan old story\n\nAction:\n\nnone\n\n";
    Path log = log(earlier + "the latest\n");

    assertThat(LastWords.in(log, earlier.length()))
        .contains("the latest")
        .doesNotContain("old story");
  }

  private Path log(String text) throws IOException {
    return Files.writeString(directory.resolve("shop.log"), text);
  }
}
