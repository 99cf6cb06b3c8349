package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which shapes are watched when nobody names any. */
@Tag("seconds")
class WatchCommandTest {

  @TempDir private Path here;
  private final List<Fleet> fleets = new ArrayList<>();

  @AfterEach
  void endAll() {
    fleets.forEach(Fleet::takeDown);
  }

  @Test
  void whatRunsInTheUsualPlacesIsWatched() throws Exception {
    run(".shop-city");
    run(".shop");
    run("elsewhere");
    kill(run(".shop-dead"));

    assertThat(WatchCommand.whatRunsIn(here))
        .extracting(DataDirectory::root)
        .containsExactly(here.resolve(".shop"), here.resolve(".shop-city"));
  }

  @Test
  void whereNothingRunsTheUserIsToldWhatToType() {
    assertThatThrownBy(() -> WatchCommand.whatRunsIn(here))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("Nothing was changed")
        .hasMessageContaining("./shop up castle --detach");
  }

  @Test
  void ofThreeTheUserChoosesTwo() throws Exception {
    run(".shop");
    run(".shop-a");
    run(".shop-b");

    assertThatThrownBy(() -> WatchCommand.whatRunsIn(here))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining(".shop-b")
        .hasMessageContaining("./shop watch --data-dir DIR --data-dir DIR");
  }

  private RunningProcess run(String directory) throws Exception {
    var data = new DataDirectory(here.resolve(directory));
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var fleet = new Fleet(data, new Console(nowhere, nowhere, false), Duration.ofMinutes(1));
    fleets.add(fleet);
    try (var port = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + port.getLocalPort());
      fleet.bringUp(
          () ->
              List.of(
                  ProcessSpec.of(
                      "shop", List.of("sleep", "600"), Map.of(), url, null, List.of(), null)));
    }
    return data.running("shop").orElseThrow();
  }

  private static void kill(RunningProcess process) {
    ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
    handle.destroyForcibly();
    handle.onExit().join();
  }
}
