package com.gopher.launcher.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Jdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without an archive a broker starts as it is. */
class BrokerArchiveTest {

  @TempDir private Path target;

  private final ByteArrayOutputStream narration = new ByteArrayOutputStream();

  @Test
  void whatIsNotPreparedIsNotUsed() throws IOException {
    assertThat(archive().options()).isEmpty();
  }

  @Test
  void whereNothingCanBeKeptItIsSaid() throws IOException {
    BrokerArchive archive = archive();
    Files.writeString(target.resolve("launch"), "a file where the directory should be");

    archive.prepare(new Console(System.out, new PrintStream(narration, true), false));

    assertThat(archive.options()).isEmpty();
    assertThat(narration.toString()).contains("No faster start of the broker", "as it is");
  }

  private BrokerArchive archive() throws IOException {
    return new BrokerArchive(Jdk.current(), Files.createDirectories(target.resolve("lib")));
  }
}
