package com.gopher.lab.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTest {

  /** Or no shop would take it for its data. */
  @Test
  void aSmallDiskBelongsToItsOwnerAlone(@TempDir Path directory) throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a small disk");

    try (SmallDisk disk = SmallDisk.at(directory, 1)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
          .isEqualTo("rwx------");
    }
  }
}
