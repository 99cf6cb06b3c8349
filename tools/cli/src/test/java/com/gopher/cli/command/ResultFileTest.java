package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  @TempDir Path directory;

  @Test
  void aResultIsWrittenIntoADirectoryThatWasMissing() throws IOException {
    Path file = directory.resolve("results").resolve("drain.json");

    ResultFile.at(file).write(Map.of("rate", 1));

    assertThat(file).hasContent("{\n  \"rate\" : 1\n}");
  }

  @Test
  void whatCannotBeWrittenIsRefusedBeforeAnythingIsStarted() throws IOException {
    Path inTheWay = Files.writeString(directory.resolve("notes"), "mine");

    assertThatThrownBy(() -> ResultFile.at(inTheWay.resolve("drain.json")))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("Nothing was started");
    assertThatThrownBy(() -> ResultFile.directory(inTheWay)).isInstanceOf(CouldNotRun.class);
    assertThatThrownBy(() -> ResultFile.at(directory))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("it is a directory");
    assertThat(inTheWay).hasContent("mine");
  }
}
