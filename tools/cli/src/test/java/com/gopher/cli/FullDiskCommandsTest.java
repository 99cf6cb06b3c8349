package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.lab.system.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands say a sentence when there is no room, and end what they started. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("seconds")
class FullDiskCommandsTest {

  private static final int MEGABYTES = 64;

  @Test
  void aFullDiskIsSaidInASentenceAndTakesNothingElse(@TempDir Path temporary) throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a small disk");
    Path data = Files.createDirectory(temporary.resolve("data"));
    var launcher = new Launcher(data);

    try (SmallDisk disk = SmallDisk.at(data, MEGABYTES)) {
      disk.fill();
      assertSaidInASentence(up(launcher));
      assertThat(launcher.data().running()).as("left running").isEmpty();

      disk.makeRoom();
      Outcome up = up(launcher);
      assertThat(up.exit()).as(up.err()).isZero();

      disk.fill();
      assertThat(launcher.run("status").out()).contains("shop");
      Outcome down = launcher.run("down");
      assertThat(down.exit()).as(down.err()).isZero();
      assertThat(launcher.data().running()).as("after down").isEmpty();
    }
  }

  private static Outcome up(Launcher launcher) throws Exception {
    return launcher.run("up", "castle", "--detach", "--shop-port", "0");
  }

  private static void assertSaidInASentence(Outcome outcome) {
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("The disk is full: make room")
        .doesNotContain("defect", "Exception", "\tat ");
  }
}
