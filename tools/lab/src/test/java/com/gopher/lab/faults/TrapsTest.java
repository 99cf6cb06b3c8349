package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrapsTest {

  private static final String TRAP = "before-commit";

  @TempDir private Path directory;
  private Traps traps;

  @BeforeEach
  void armOnce() throws Exception {
    traps = new Traps(directory);
    traps.arm(TRAP);
    Files.writeString(directory.resolve(TRAP + ".sprung"), "about to commit the first");
  }

  @Test
  void whoIsHeldIsNamed() throws Exception {
    assertThat(traps.caught(TRAP, Duration.ofSeconds(1))).isEqualTo("about to commit the first");
  }

  /** A soak strikes at the same place more than once. */
  @Test
  void whoWasHeldTheLastTimeProvesNothingOfTheNext() throws Exception {
    traps.disarm(TRAP);

    traps.arm(TRAP);

    assertThat(traps.caught(TRAP, Duration.ofMillis(50))).isNull();
  }
}
