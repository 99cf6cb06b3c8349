package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  void ofAStackTheLastCauseIsToldAndNoFrame() throws IOException {
    Path log =
        log(
            """
            OpenJDK 64-Bit Server VM warning: something else
            Exception in thread "main" org.acme.StartException: cannot start
            \tat org.acme.Main.main(Main.java:1)
            Caused by: java.io.IOException: the index is damaged
            \tat org.acme.Index.open(Index.java:7)
            \t... 1 more
            """);

    assertThat(LastWords.in(log, 0))
        .isEqualTo("It said: java.io.IOException: the index is damaged");
  }

  @Test
  void whatIsKnownIsSaidInASentence() throws IOException {
    assertThat(said("java.nio.file.AccessDeniedException: /data/shop.mv.db"))
        .startsWith("This user may not read or write /data/shop.mv.db")
        .contains("--data-dir DIR", "It said: java.nio.file.AccessDeniedException");
    assertThat(
            said("java.io.FileNotFoundException: /data/kafka/meta.properties (Permission denied)"))
        .startsWith("This user may not read or write /data/kafka/meta.properties");
    assertThat(said("java.lang.OutOfMemoryError: Java heap space")).startsWith("It did not get");
    assertThat(said("# There is insufficient memory for the Java Runtime Environment to continue."))
        .startsWith("It did not get");
    assertThat(said("java.io.IOException: No space left on device")).startsWith("The disk is full");
    assertThat(said("java.nio.file.NoSuchFileException: /data/kafka"))
        .startsWith("/data/kafka is not there");
  }

  @Test
  void aPortInUseIsToldWithWhoHasIt() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(
              said(
                  "org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.0.0.1:%s: Address already in use."
                      .formatted(port)))
          .startsWith("Port " + port + " is in use")
          .contains("(pid " + ProcessHandle.current().pid() + ")");
      assertThat(said("Web server failed to start. Port " + port + " was already in use."))
          .startsWith("Port " + port + " is in use");
    }
  }

  @Test
  void whatAnEarlierStartSaidIsNotToldAgain() throws IOException {
    String earlier = "Description:\n\nan old story\n\nAction:\n\nnone\n\n";
    Path log = log(earlier + "the latest\n");

    assertThat(LastWords.in(log, earlier.length()))
        .contains("the latest")
        .doesNotContain("old story");
  }

  private String said(String line) throws IOException {
    return LastWords.in(log(line + "\n"), 0);
  }

  private Path log(String text) throws IOException {
    return Files.writeString(directory.resolve("shop.log"), text);
  }
}
