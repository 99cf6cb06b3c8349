package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.ShopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is to say where no Kafka can be asked. */
class DeadLettersCommandTest {

  @TempDir private Path data;

  @Test
  void aCastleHasNoDeadLetters() {
    Outcome list = new ShopCommand(data).run("dead-letters", "list");

    assertThat(list.exit()).isEqualTo(2);
    assertThat(list.err())
        .contains("No city lives in", "Nothing was read.", "./shop up city --detach --data-dir ");
  }

  @Test
  void aCityThatWasEndedIsToBeStarted() throws IOException {
    Files.writeString(data.resolve("city.json"), "{\"delivery\": \"extracted\", \"trackers\": 1}");

    Outcome replay = new ShopCommand(data).run("dead-letters", "replay", "--all");

    assertThat(replay.exit()).isEqualTo(2);
    assertThat(replay.err())
        .contains("does not run", "Nothing was sent.", "./shop up city --detach --data-dir ");
  }

  @Test
  void aKafkaThatDoesNotAnswerIsNamed() throws IOException {
    Files.writeString(
        data.resolve("city.json"),
        "{\"delivery\": \"extracted\", \"trackers\": 1, \"kafka\": \"127.0.0.1:1\"}");

    Outcome dismiss = new ShopCommand(data).run("dead-letters", "dismiss", "shop.orders-dlt-0-0");

    assertThat(dismiss.exit()).isEqualTo(2);
    assertThat(dismiss.err())
        .contains("Kafka at 127.0.0.1:1 does not answer", "Nothing was noted.", "./shop status");
  }
}
