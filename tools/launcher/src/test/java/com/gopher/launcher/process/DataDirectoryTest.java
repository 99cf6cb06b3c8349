package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.shape.Castle;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @Test
  void whatARefusalHasTheUserTypeIsOneWordForHisShell(@TempDir Path temporary) {
    var data = new DataDirectory(temporary.resolve("a 'b' & c"));
    data.create();
    data.add(theTrackerOfACity());

    assertThatThrownBy(() -> new Castle(data, List.of(), Map.of(), 0).processes())
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("A city runs in the data directory " + data.root())
        .hasMessageEndingWith(
            "./shop down --data-dir '%s/a '\\''b'\\'' & c'"
                .formatted(temporary.toAbsolutePath().normalize()));
  }

  /** It runs as long as this test does. */
  private static RunningProcess theTrackerOfACity() {
    long pid = ProcessHandle.current().pid();
    URI nowhere = URI.create("http://127.0.0.1:1");
    return new RunningProcess(
        "tracker",
        pid,
        nowhere,
        nowhere,
        "tracker.log",
        null,
        ProcessIdentity.of(pid).orElseThrow(),
        null,
        true);
  }
}
